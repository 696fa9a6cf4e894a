/** A purchase that no deal knows becomes a deal, and an agreement from before Offerdesk is imported. */
export const opening = {
  title: 'Open a deal for a purchase',
  importTitle: 'Import an agreement',
  lead: 'AWS knows what was bought. Say who the customer is; the deal begins as accepted, and goes on from there.',
  importLead:
    'For an agreement of one of your products that runs already, and was made before Offerdesk or beside it. AWS is asked for its terms.',
  agreementId: 'Agreement ID',
  agreementIdHint: 'As AWS Marketplace Management Portal shows it, such as agmt-1a2b3c4d5e6f7g8h9i0j',
  ask: 'Ask AWS',
  import: 'Import an agreement',
  open: 'Open a deal for it',
  openText: 'If it is a purchase of its own: AWS is asked for its terms, and you say who the customer is.',

  known: 'What AWS knows',
  product: 'Product',
  account: 'AWS account',
  accepted: 'Accepted',
  term: 'Term',
  openEnd: (start: string) => `from ${start}, no end named`,
  period: (term: { start: string; end: string }) => `${term.start} to ${term.end}`,
  total: 'Total',
  items: 'What was bought',
  payments: 'Payments',
  offer: 'Offer',
  origin: 'Offered by the deal',
  agreement: 'Agreement',

  customer: 'The customer',
  company: 'Company',
  name: 'Contact’s name',
  email: 'Contact’s e-mail',
  language: 'Language of our mails',
  timeZone: 'Time zone',
  organization: 'Organization in your product',
  organizationHint: 'Its ID or name, if you know it: it is looked for when the purchase is linked.',
  owner: 'Owner',
  mails: 'Mails to the contact',
  remind: 'Remind the contact to set up the account',
  remindHint: 'Leave it out if the account is in use already.',
  prefilled: {
    origin: (company: string) => `Filled in from the deal of ${company} that made the offer.`,
    account: (company: string) => `Filled in from the last deal of this AWS account, ${company}.`,
    arrival: 'Filled in from whoever came from AWS to set it up.',
  },
  submit: 'Open the deal',
  message: (agreementId: string) => `Bought on AWS Marketplace without an inquiry here (${agreementId}).`,

  matching: 'Still being matched',
  look: 'Look again',
  matchingText: (seconds: number) =>
    `AWS told of this less than a minute ago, and a deal may take it by itself. Look again in ${seconds} seconds.`,
  matchingList: (count: number) =>
    count === 1
      ? 'One thing that AWS has told within the last minute is still being matched with the deals. If no deal takes it, it appears here by itself.'
      : `${count} things that AWS has told within the last minute are still being matched with the deals. What no deal takes appears here by itself.`,

  taken: 'A deal has this agreement',
  takenText: 'It belongs to another deal, or is just being given to it. Go on there.',
  toDeal: 'To the deal',
  notOpened: 'The deal could not be opened',
  problems: {
    agreementId: 'Enter the ID of the agreement; it begins with agmt-.',
    unknownAgreement: 'AWS does not know this agreement, or does not show it to your account. Check the ID.',
    otherProduct: (product: string) =>
      product
        ? `AWS says that ${product} was bought, which is none of the products sold here.`
        : 'AWS does not say which product was bought, so no deal can be opened for it.',
    notActive: (status: string) => `AWS says that the agreement is not active: ${status}.`,
    taken: (dealId: string) => `The agreement belongs to deal ${dealId}, or is just being given to it.`,
    owner: 'Choose somebody who works at the desk.',
    company: 'Enter the name of the company.',
    name: 'Enter the name of the contact.',
    email: 'Enter a valid e-mail address.',
  },
};
