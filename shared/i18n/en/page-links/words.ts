/** The private links to the buyer's page: on the page of one that has ended, and at the desk. */
export const pageLinks = {
  ended: {
    title: 'This link is no longer valid',
    what: 'A newer link may have taken its place, it may have been withdrawn, or the deal is over.',
    newest: 'If you have a newer mail from us about this, try the link in it first.',
    ask: 'Get a new link',
    askText:
      'We mail it to the person this link was made for, and to nobody else. So there is no address to type.',
    button: 'Send me a new link',
    sent: 'Please look into your mailbox',
    sentText:
      'If this link was made for somebody who still takes part in the deal, a link that works is on its way to that person. It should arrive within minutes.',
    help: 'Nothing there, or not your mailbox? Write to us:',
  },
  desk: {
    title: 'Page link',
    toSign: 'Asked to sign',
    states: { opened: 'opened', notOpened: 'not opened', withdrawn: 'withdrawn' },
    since: (moment: string) => `Valid since ${moment}.`,
    opened: (moment: string) => `First opened ${moment}.`,
    withdrawn: (moment: string) => `Withdrawn ${moment}. It opens nothing.`,
    renew: (email: string) =>
      `A mail with a new link goes to ${email} at once. The link in all earlier mails to this person stops working.`,
    withdraw: (asked: { name: string; email: string }) =>
      `The link in all mails to ${asked.name} stops working at once. On its page a new one can be asked for, which goes to ${asked.email} alone. To shut somebody out, change the contact instead.`,
  },
  ticks: {
    title: 'Checked before the offer',
    count: (ticked: number, all: number) => `${ticked} of ${all} ticked`,
    by: (who: string, moment: string) => `${who}, ${moment}`,
    open: 'not ticked',
    names: {
      account: 'The right AWS account',
      permissions: 'Permission to buy',
      privateMarketplace: 'Private Marketplace',
    },
  },
};
