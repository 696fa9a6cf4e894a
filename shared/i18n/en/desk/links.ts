/** What support does to the link of a purchase. */
export const links = {
  title: { move: 'Move the link to another organization', anew: 'Link to an organization' },
  now: (organization: string) => `Now linked to ${organization}.`,
  none: 'Not linked to an organization now.',
  search: 'Find the organization',
  searchHint: 'Its ID, or any part of its name',
  find: 'Find',
  noResult: 'No organization matches',
  noResultText: 'Try a shorter part of the name, or the whole ID.',
  most: (number: number) =>
    `Only the first ${number} are shown. A longer part of the name narrows them down.`,
  organization: 'Organization to link',
  managedBy: (people: string) => `Managed by ${people}`,
  billedBy: (agreements: string) => `Billed by ${agreements} now`,
  present: 'This purchase is linked to it.',
  effects: {
    title: 'What happens',
    old: (organization: string) => `${organization} loses what came with this agreement.`,
    next: 'The new organization gets it once accounts and product have been told, usually within minutes.',
    mails:
      'Whoever set the purchase up, the signer, those who own or manage the new organization, and the owner of the deal hear of it by mail.',
    same: 'The agreement and the AWS account that pays stay as they are.',
  },
  reason: 'Reason',
  reasonHint: 'For the timeline, and for the mail to everybody concerned.',
  confirm: 'Confirmation',
  confirmed: {
    move: 'I have agreed this with the customer, and it is the right organization',
    end: 'I have agreed this with the customer',
  },
  end: (organization: string) =>
    `${organization} loses what came with this agreement, while AWS goes on billing it. An organization can be chosen anew on the set-up page; nobody is reminded of it.`,
  ended: (link: { organization: string; moment: string }) =>
    `The link to ${link.organization} was ended on ${link.moment}`,
  endedText:
    'AWS goes on billing the agreement, but nobody can use it. An organization can be chosen on the set-up page, or support links one here. Nobody is reminded of it.',
  ending: (organizations: string) =>
    `Accounts and product are being told that ${organizations} no longer has this purchase.`,
  held: (organizations: string) =>
    `${organizations} keeps access until the next organization can have it. To take access away at once, end the link.`,
};
