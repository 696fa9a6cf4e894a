import type { ProposalState } from '../../../../deal/negotiation/proposals.ts';
import type { Terms } from '../../../../deal/terms/terms.ts';

/** A proposal on the buyer's page and at the desk. */
export const proposal = {
  pageTitle: (product: string) => `Proposal for ${product}`,
  title: 'Our proposal',
  version: (version: number) => `Version ${version}`,
  sentOn: (at: string) => `Sent on ${at}`,
  validUntil: 'Valid until',
  accounts: 'AWS accounts that will be able to accept',
  signer: 'Accepts in AWS',
  changes: 'What has changed since the last proposal',
  changed: { part: 'Part', before: 'Before', after: 'Now' },
  noChanges: 'Nothing has changed since the last proposal.',
  parts: {
    productId: 'Product ID',
    productTitle: 'Product',
    dimensions: 'Items',
    currency: 'Currency',
    durationMonths: 'Duration',
    paymentSchedule: 'Payment',
    eula: 'License agreement',
    buyerAwsAccountIds: 'AWS accounts',
    offerExpiresOn: 'Valid until',
    signer: 'Accepts in AWS',
  } satisfies Record<keyof Terms, string> as Record<keyof Terms, string>,
  item: (item: { label: string; units: number; price: string }) =>
    `${item.label}: ${item.units} × ${item.price}`,
  payment: (payment: { day: string; amount: string }) => `${payment.day}: ${payment.amount}`,
  paidAtOnce: 'In full, charged by AWS on acceptance',
  states: {
    open: 'Waits for your answer',
    agreed: 'Agreed',
    replaced: 'Being revised',
    withdrawn: 'Taken back',
    over: 'No longer valid',
  } satisfies Record<ProposalState, string> as Record<ProposalState, string>,
  notOpen: {
    replaced: 'We are working on new terms. You will have a mail as soon as they are ready.',
    withdrawn: 'This proposal can no longer be agreed to. Write to us if you did not expect this.',
    over: 'Its last day has passed. Ask us for a new one below, and we will send it.',
  },
  agree: {
    title: 'Agree to these terms',
    text: 'Nothing is bought by your yes. We then make a private offer with these terms in AWS Marketplace, and it is accepted there.',
    name: 'Your name',
    nameHint: 'It stands beside your yes, with date and time.',
    confirm: (total: string) => `I agree to these terms for my company: ${total}.`,
    confirmMissing: 'Tick this to agree.',
    nameMissing: 'Enter your name.',
    button: 'Agree',
  },
  agreed: (yes: { name: string; at: string }) => `${yes.name} agreed on ${yes.at}.`,
  agreedNext: 'We are preparing the private offer in AWS Marketplace, and will send it by mail.',
  change: {
    title: 'Ask for a change',
    label: 'What should be different?',
    hint: 'We answer with a new proposal, or write to you.',
  },
  forward: {
    title: 'Forward to whoever decides',
    text: 'Opens your mail program with a mail that holds the terms and the link. Whoever has the link can see this page and answer for your company.',
    subject: (product: string, vendor: string) => `For your decision: ${product} from ${vendor}`,
    what: (product: string, vendor: string) =>
      `${vendor} has sent us a proposal for ${product}. Please read it, and agree or ask for a change on this page:`,
    until: 'Valid until:',
  },
  print: 'To print it or keep it as a PDF, use your browser’s print command.',
  thanks: 'Thank you. We have your yes, and will send the offer by mail.',

  desk: {
    sent: 'Sent to the buyer',
    toBuyer: 'Send to the buyer',
    insideOnly: 'Keep it inside',
    choice:
      'Sent to the buyer, the terms go out by mail and to the buyer’s page to be agreed to. Kept inside, only colleagues see them, and they can be sent later.',
    title: 'Proposal',
    notSent: 'Only inside: the buyer has not seen this version.',
    states: {
      open: (at: string) => `With the buyer since ${at}. No answer yet.`,
      agreed: (yes: { name: string; at: string }) => `${yes.name} agreed on ${yes.at}.`,
      replaced: (at: string) => `Sent on ${at}. Newer terms have taken its place.`,
      withdrawn: (back: { at: string; reason: string }) => `Taken back on ${back.at}: ${back.reason}`,
      over: (at: string) => `Sent on ${at}. Its last day has passed.`,
    },
    buyerAgreed: (yes: { name: string; at: string; version: number }) =>
      `${yes.name} agreed to version ${yes.version} on ${yes.at}.`,
    byPhone:
      'The buyer has not answered on the page. If you have a yes by phone or mail, go on all the same.',
    send: (version: number) =>
      `Version ${version} goes to the buyer by mail, to be agreed to on the buyer’s page.`,
    withdraw: 'The buyer can no longer agree to it, and is told by mail.',
    waiting: {
      answer: 'The proposal is with the buyer. An answer appears here at once, and the owner has a mail.',
      offer: 'The buyer has agreed. Mark the negotiation done, and the offer is made.',
    },
    page: 'The buyer’s page',
  },
};
