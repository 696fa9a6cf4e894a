export const proposal = {
  subject: (asked: { product: string; day: string }) =>
    `Our proposal for ${asked.product} (valid until ${asked.day})`,
  subjectNew: (asked: { product: string; day: string }) =>
    `New proposal for ${asked.product} (valid until ${asked.day})`,
  title: 'Our proposal',
  titleNew: 'Our new proposal',
  preheader: (asked: { total: string; accounts: string }) => `${asked.total}, AWS account ${asked.accounts}`,
  intro: (product: string) =>
    `These are the terms that we propose for ${product}. On your page you can agree to them, ask for a change, or forward them to whoever decides.`,
  introNew: (product: string) =>
    `We have changed our proposal for ${product}. It takes the place of the one before; what has changed is listed first.`,
  asked: (contact: string) => `${contact} has asked us for it. You are named as the one who accepts in AWS.`,
  button: 'Read and answer',
  changes: 'What has changed',
  change: (change: { before: string; after: string }) => `${change.before} → ${change.after}`,
  terms: 'The terms',
  validUntil: 'Valid until',
  next: 'Nothing is bought by your yes. We then make a private offer with these terms in AWS Marketplace, and you accept it there.',
};

export const proposalReminder = {
  subject: (product: string) => `Our ${product} proposal waits for your answer`,
  title: 'Our proposal waits for your answer',
  preheader: (moment: string) => `Valid until ${moment}.`,
  intro: (reminded: { product: string; moment: string }) =>
    `Our proposal for ${reminded.product} is valid until ${reminded.moment}. You can agree to it, ask for a change, or forward it to whoever decides.`,
};

export const proposalWithdrawn = {
  subject: (product: string) => `Our proposal for ${product} is taken back`,
  title: 'We have taken our proposal back',
  preheader: 'It can no longer be agreed to.',
  intro: (product: string) =>
    `We have taken our proposal for ${product} back, so it can no longer be agreed to. If you did not expect this, reply to this mail.`,
  page: 'Where things stand:',
};

export const proposalAgreed = {
  subject: (agreed: { company: string; total: string }) => `${agreed.company} agrees: ${agreed.total}`,
  title: 'The buyer has agreed',
  preheader: 'Next: mark the negotiation done.',
  intro: (agreed: { name: string; company: string; version: number; moment: string }) =>
    `${agreed.name} of ${agreed.company} agreed to version ${agreed.version} of the terms on ${agreed.moment}.`,
  next: 'Mark the negotiation done. The offer is then made in AWS, after an approval where a limit is passed.',
};

/** A change that is asked for before there is an offer. */
export const proposalRequest = {
  intro: 'Propose new terms: they take the place of these. Or write back why these should stay.',
  overdue: (asked: { company: string; moment: string }) =>
    `${asked.company} wrote to you on ${asked.moment}, and the proposal is as it was.`,
  lead: (asked: { company: string; moment: string }) =>
    `${asked.company} wrote on ${asked.moment}. Sales were reminded since, and the proposal is still as it was.`,
  leadAction: 'Ask the owner what is in the way, or propose new terms in the owner’s place.',
};
