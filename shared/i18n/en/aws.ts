/** What AWS writes in capitals, in words. What is not here is shown as AWS writes it. */
export const aws: {
  agreement: Record<string, string>;
  license: Record<string, string>;
  changeSet: Record<string, string>;
} = {
  agreement: {
    ACTIVE: 'Active',
    ARCHIVED: 'Archived',
    CANCELLED: 'Cancelled',
    EXPIRED: 'Expired',
    RENEWED: 'Renewed',
    REPLACED: 'Replaced',
    ROLLED_BACK: 'Payment failed',
    SUPERSEDED: 'Superseded',
    TERMINATED: 'Terminated',
  },
  license: { updated: 'Granted or changed', deprovisioned: 'No longer provided' },
  changeSet: {
    'Change Set Succeeded': 'Change set: succeeded',
    'Change Set Failed': 'Change set: failed',
    'Change Set Cancelled': 'Change set: cancelled',
    SUCCEEDED: 'Change set: succeeded',
    FAILED: 'Change set: failed',
    CANCELLED: 'Change set: cancelled',
  },
};
