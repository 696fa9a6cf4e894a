import type { MailTopic } from '../../../../../deal/mails/topics.ts';

const names: Record<MailTopic, string> = {
  inquiries: 'New inquiries',
  buyers: 'What buyers write',
  approvals: 'Approvals',
  troubles: 'Troubles',
  offers: 'Negotiations and offers',
  purchases: 'Purchases and set-up',
  terms: 'Running agreements',
};

const means: Record<MailTopic, string> = {
  inquiries: 'A new inquiry, and one that nobody has answered in time.',
  buyers: 'Messages, requests, and the buyer’s yes to a proposal.',
  approvals: 'Terms that wait for a yes, and what was decided.',
  troubles: 'Deals that are stuck, payments that fail, notices of AWS about an agreement.',
  offers: 'Negotiations that stand still; offers that are unread, end soon, have ended or were declined.',
  purchases: 'What was accepted and set up; links that were moved or ended.',
  terms: 'Agreements that change, end soon or have ended.',
};

/** What staff are told about: each by his own choice, and the chat of the team. */
export const topics = {
  title: 'Mails',
  lead: 'What this person has mails about. The rest stands at the desk all the same.',
  ownLead: 'What you have mails about. The rest stands at the desk all the same.',
  groups: { waiting: 'Somebody must act', news: 'Good to know' },
  waitingHint: 'Where nobody else would be told, these come even if they are not ticked.',
  names,
  means,
  save: 'Save',
};
