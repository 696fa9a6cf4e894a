/** The first contact: the form, the thanks page, and what can be wrong. */
export const inquiry = {
  title: 'Ask for an offer on AWS Marketplace',
  intro: (vendor: string) =>
    `Tell ${vendor} what you need. We agree on the terms with you and then prepare a private offer for your AWS account.`,
  company: 'Company',
  name: 'Your name',
  email: 'Work e-mail',
  emailHint: 'Our answer and the offer go to this address.',
  language: 'Language of our mails',
  timeZone: 'Time zone',
  timeZoneHint: 'So that reminders reach you during your working hours.',
  awsAccountId: 'AWS account ID',
  awsAccountIdHint: '12 digits: the account that will buy. You can also tell us later.',
  message: 'What do you need?',
  messageHint: 'For example the product, how much of it, for how long, and from when.',
  send: 'Send inquiry',
  notSent: {
    title: 'We could not receive your inquiry just now',
    text: 'Nothing you typed is lost. Wait a minute and press the button again. It will not be sent twice.',
  },
  sent: {
    title: 'Thank you. We have your inquiry',
    reference: 'Reference number',
    referenceHint: 'Please quote it when you write to us about this inquiry.',
    steps: 'What happens next',
    receipt: 'You receive a mail',
    receiptText:
      'It confirms your inquiry and shows the reference number. Please check your spam folder too.',
    answer: (hours: number) =>
      `We answer within ${hours === 1 ? 'one business hour' : `${hours} business hours`}`,
    answerText: 'A person reads your inquiry and writes to you to agree on product, price and duration.',
    offer: 'You receive the private offer',
    offerText: 'We send you a link by mail. You review the offer in AWS Marketplace and accept it there.',
  },
  problems: {
    company: 'Enter the name of your company.',
    name: 'Enter your name.',
    email: 'Enter an e-mail address such as name@example.com.',
    language: 'Choose English or Japanese.',
    message: 'Tell us in a few words what you need.',
    idempotencyKey: 'Idempotency-Key must have 8 to 200 printable ASCII characters without spaces.',
  },
};
