import { count } from './days.ts';

export const inquiryReceived = {
  subject: 'We have received your inquiry',
  title: 'Thank you for your inquiry',
  preheader: (moment: string) => `We answer by ${moment}.`,
  opening: (_vendor: string) => '',
  intro: 'Your inquiry has reached our team.',
  answer: (moment: string) => `You will hear from us by ${moment}.`,
  page: 'Until then and later on, one page always shows where things stand:',
  nextTitle: 'What happens next',
  next: [
    'We agree on the product, the price and the payment dates with you.',
    'You receive a private offer in AWS Marketplace, and a mail from us with the link to it.',
    'You accept it with your AWS account and set up your account with us. AWS bills you from then on.',
  ],
  helpTitle: 'It helps if you can tell us',
  help: {
    account: 'the ID of the AWS account that will pay (12 digits)',
    signer: 'the name and e-mail address of the person who will accept the offer',
  },
  replyHint: 'Just reply to this mail.',
  notYou: 'You did not write to us? Then please ignore this mail.',
};

export const inquiryNotice = {
  subject: (company: string) => `New inquiry: ${company}`,
  title: 'New inquiry',
  preheader: (moment: string) => `Answer by ${moment}.`,
  intro: (company: string) => `${company} would like to buy through AWS Marketplace.`,
  noOwner: 'Nobody owns this deal yet. Open it and take it over.',
  message: 'Their message',
  withoutAttachments: (files: number) =>
    files === 1
      ? '1 attachment came along and is not kept. The receipt says so, and how to send its contents.'
      : `${files} attachments came along and are not kept. The receipt says so, and how to send their contents.`,
  answer: 'Open and answer',
};

export const answerOverdue = {
  owner: {
    subject: (company: string) => `Overdue: ${company} is waiting for an answer`,
    title: 'This inquiry is overdue',
    intro: (overdue: { company: string; moment: string }) =>
      `${overdue.company} has had no answer. It was promised by ${overdue.moment}.`,
    hint: 'Propose terms, or write a note once you have answered in another way: both stop this reminder.',
  },
  lead: {
    subject: (company: string) => `Escalated: ${company} still has no answer`,
    title: 'Nobody has answered this inquiry',
    intro: (overdue: { company: string; moment: string }) =>
      `${overdue.company} was promised an answer by ${overdue.moment}. Sales were told when it became overdue, and there is still no answer.`,
    hint: {
      owned: 'Ask the owner what is in the way, or answer in the owner’s place.',
      unowned: 'Open the deal and assign an owner, or answer yourself.',
    },
  },
  preheader: (moment: string) => `The answer was due on ${moment}.`,
};

export const negotiationIdle = {
  subject: (idle: { company: string; days: number }) =>
    `No progress for ${count(idle.days, 'day')}: ${idle.company}`,
  title: 'Nothing is happening in this deal',
  preheader: (moment: string) => `Last step on ${moment}.`,
  intro: (idle: { company: string; days: number }) =>
    `Nothing has happened in the deal with ${idle.company} for ${count(idle.days, 'day')}, neither on your side nor on theirs.`,
  hint: {
    negotiating:
      'Ask the buyer where things stand, then propose terms or write a note. Close the deal if nothing will come of it. Each of these stops this reminder.',
    approving:
      'The offer waits for an approval. Ask an approver to decide, or propose terms that need no approval.',
  },
};
