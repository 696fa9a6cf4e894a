/** The words around every mail. */
export const frame = {
  greeting: (reader: { name: string; company?: string }) =>
    reader.name ? `Hello ${reader.name},` : 'Hello,',
  staffGreeting: (name: string) => `Hello ${name},`,
  opening: (_vendor: string) => '',
  staffOpening: '',
  closing: (vendor: string) => ['Kind regards,', vendor],
  questions: (support: string) => `Questions? Reply to this mail or write to ${support}.`,
  reference: (dealId: string) => `Reference: ${dealId}`,
  sentBy: (vendor: string) => `Sent by ${vendor}`,
  sentToStaff: 'Sent by Offerdesk to the people who look after this deal.',
  sentToTeam: 'Sent by Offerdesk to the people who work with it.',
  stopReminders: {
    words: 'You can stop these reminders at any time. Nothing else changes.',
    label: 'Stop reminders',
  },
  /** Why somebody hears of what the owner was told before. */
  escalated: {
    toLead: (owner: string) =>
      `The owner of this deal is ${owner}. This notice goes to the owner’s lead, or to all of sales while there is none.`,
    toSales: 'This notice goes to all of sales, because the deal has no owner.',
  },
  linkFallback: 'If the button does not work, open this address:',
  openDeal: 'Open the deal',
  moment: (moment: { local: string; utc: string }) => `${moment.local} (${moment.utc})`,
};
