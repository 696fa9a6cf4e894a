/** The words of the queue of an approver. */
export const approvals = {
  title: 'Approvals',
  queue: 'Waiting for your decision',
  lead: (count: number) => {
    if (count === 0) return 'Nothing waits.';
    return count === 1 ? '1 waits for you.' : `${count} wait for you, the most urgent first.`;
  },
  none: 'Nothing waits for your decision',
  noneText:
    'Terms that pass a limit appear here by themselves. What you asked for yourself, another approver decides.',
};
