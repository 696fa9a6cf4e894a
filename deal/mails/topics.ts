import type { MailTemplate } from './mails.ts';

/** What staff have mails about, in the order in which they choose. */
export const mailTopics = [
  'inquiries',
  'buyers',
  'approvals',
  'troubles',
  'offers',
  'purchases',
  'terms',
] as const;
export type MailTopic = (typeof mailTopics)[number];

/** Each mail to staff; one to the buyer's side alone has no topic. */
const topics: Partial<Record<MailTemplate, MailTopic>> = {
  inquiryNotice: 'inquiries',
  answerOverdue: 'inquiries',
  messageFromBuyer: 'buyers',
  buyerRequest: 'buyers',
  proposalAgreed: 'buyers',
  approvalRequested: 'approvals',
  approvalOverdue: 'approvals',
  approvalDecided: 'approvals',
  stuckNotice: 'troubles',
  paymentFailed: 'troubles',
  awsNotice: 'troubles',
  negotiationIdle: 'offers',
  offerUnread: 'offers',
  offerExpired: 'offers',
  offerDeclined: 'offers',
  accepted: 'purchases',
  secondPurchase: 'purchases',
  activatedNotice: 'purchases',
  linkMoved: 'purchases',
  linkEnded: 'purchases',
  agreementChanged: 'terms',
  termEnding: 'terms',
  accessEnded: 'terms',
};

/** All but these. */
export const topicsBut = (some: readonly MailTopic[]): MailTopic[] =>
  mailTopics.filter(topic => !some.includes(topic));

/** Nothing for a mail that no staff get. */
export const topicOf = (template: MailTemplate): MailTopic | undefined => topics[template];

const waiting: readonly MailTopic[] = ['inquiries', 'buyers', 'approvals', 'troubles'];

/** Somebody must do something about these, so that somebody is told even where nobody wants to be. */
export const mustBeTold = (topic: MailTopic): boolean => waiting.includes(topic);
