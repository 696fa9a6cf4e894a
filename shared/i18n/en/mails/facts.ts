import { count } from './days.ts';

export const labels = {
  product: 'Product',
  items: 'Items',
  total: 'Total',
  payments: 'Payment',
  duration: 'Term',
  accounts: 'AWS account',
  expires: 'Accept by',
  offerId: 'Offer ID',
  eula: 'License terms',
  company: 'Company',
  contact: 'Contact',
  signer: 'Signer',
  email: 'E-mail',
  answerBy: 'Answer by',
  requestedBy: 'Requested by',
  decidedBy: 'Decided by',
  agreementId: 'Agreement ID',
  formerAgreement: 'Earlier agreement ID',
  billedAccount: 'AWS account billed',
  acceptedAt: 'Accepted',
  term: 'Term',
  amount: 'Amount',
  organization: 'Organization',
  setUpBy: 'Set up by',
  since: 'Since',
  awsSays: 'Details',
  cure: 'What to do',
};

export const values = {
  item: (item: { label: string; units: number; price: string }) =>
    `${item.label}: ${count(item.units, 'unit')} × ${item.price}`,
  duration: (months: number) => `${count(months, 'month')} from acceptance`,
  paidAtOnce: 'In full when you accept',
  payment: (payment: { day: string; amount: string }) => `${payment.day}: ${payment.amount}`,
  standardEula: 'Standard Contract for AWS Marketplace',
  unknown: 'Not known yet',
  openEnd: (start: string) => `From ${start}`,
  period: (period: { start: string; end: string }) => `${period.start} to ${period.end}`,
  person: (person: { name: string; email: string }) => `${person.name} (${person.email})`,
};
