import type { Deal } from '../../deal/deal.ts';
import type { MailTemplate } from '../../deal/mails/mails.ts';
import { isStillTrue } from '../../deal/mails/still-true.ts';
import { samplesIn } from '../../emails/samples/samples.ts';

const samples = samplesIn('en');
const dealOf = (name: string): Deal => {
  const sample = samples[name];
  if (!sample) throw new Error(`no sample ${name}`);
  return sample.deal;
};
const offered = dealOf('offer');
const inquiry = dealOf('inquiryNotice');
const accepted = dealOf('accepted');
const arrived = dealOf('setUpReminder-left');
const active = dealOf('confirmation-user');
const cancelled = dealOf('accessEnded-cancelled-user');
const taken = dealOf('accessEnded-licenseTaken-user');
const closed: Deal = { ...offered, closed: { stage: 'lost', reason: 'closed', at: offered.updatedAt } };

const gone: { template: MailTemplate; because: string; deal: Deal }[] = [
  {
    template: 'answerOverdue',
    because: 'it was answered',
    deal: { ...inquiry, answeredAt: inquiry.openedAt },
  },
  { template: 'approvalRequested', because: 'it was decided', deal: dealOf('approvalDecided-approved') },
  { template: 'approvalOverdue', because: 'it was decided', deal: dealOf('approvalDecided-approved') },
  { template: 'approvalDecided', because: 'new terms need a new answer', deal: dealOf('approvalRequested') },
  { template: 'offer', because: 'the agreement came', deal: accepted },
  { template: 'offer', because: 'it was withdrawn', deal: dealOf('offerWithdrawn-withdrawn') },
  { template: 'offer', because: 'it has expired', deal: dealOf('offerExpired') },
  { template: 'offer', because: 'the deal is closed', deal: closed },
  { template: 'offerExtended', because: 'the agreement came', deal: accepted },
  { template: 'offerExpiring', because: 'the agreement came', deal: accepted },
  {
    template: 'offerExpiring',
    because: 'the buyer has come before the agreement',
    deal: withoutAgreement(arrived),
  },
  { template: 'offerExpiring', because: 'the buyer has declined', deal: dealOf('offerDeclined') },
  { template: 'offerExpired', because: 'it was extended', deal: dealOf('offerExtended') },
  { template: 'offerWithdrawn', because: 'a new offer has replaced it', deal: offered },
  { template: 'buyerRequest', because: 'it was answered', deal: offered },
  { template: 'offerDeclined', because: 'the agreement came first', deal: accepted },
  { template: 'setUpReminder', because: 'an organization was chosen', deal: active },
  { template: 'setUpReminder', because: 'the agreement has ended', deal: withStatus(accepted, 'CANCELLED') },
  { template: 'handOver', because: 'an organization was chosen', deal: active },
  { template: 'agreementChanged', because: 'it has ended since', deal: cancelled },
  { template: 'agreementChanged', because: 'AWS has taken the license back', deal: taken },
  { template: 'termEnding', because: 'it was cancelled', deal: cancelled },
  { template: 'termEnding', because: 'AWS has taken the license back', deal: taken },
  { template: 'termEnding', because: 'it is being renewed', deal: withStatus(active, 'RENEWED') },
  { template: 'accessEnded', because: 'AWS has given the license again', deal: active },
  { template: 'stuckNotice', because: 'it was cured', deal: offered },
];

function withoutAgreement({ agreement: _gone, ...deal }: Deal): Deal {
  return deal;
}

function withStatus(deal: Deal, status: 'CANCELLED' | 'RENEWED'): Deal {
  return deal.agreement ? { ...deal, agreement: { ...deal.agreement, status } } : deal;
}

test.each(gone)('$template is not sent when $because', ({ template, deal }) => {
  expect(isStillTrue(deal, { template })).toBe(false);
});

test('what has happened is told however late', () => {
  for (const template of [
    'inquiryReceived',
    'inquiryNotice',
    'accepted',
    'confirmation',
    'activatedNotice',
  ] as const)
    expect(isStillTrue(closed, { template })).toBe(true);
});
