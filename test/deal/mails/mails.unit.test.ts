import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import {
  acceptedAsAgreed,
  agreement,
  changeSetFails,
  done,
  given,
  license,
  offered,
  opened,
  proposal,
  when,
} from '../../support/story.ts';
import { active, chosen, mailed } from '../acceptance/after-sale.ts';
import { wakes } from '../reminders/passing-time.ts';

/** The mails that wait to be sent: template, reader, and what changed. */
const waiting = (deal: Deal) =>
  deal.mails.map(({ template, reader, change }) =>
    [template, reader.to === 'person' ? reader.email : reader.to, change].filter(Boolean).join(' '),
  );
const user = 'jiro@aozora.example';
const signer = 'taro@aozora.example';
const later = '2029-01-05T00:00:00.000Z';
const renewal = {
  ...agreement,
  agreementId: 'agmt-2',
  intent: 'RENEW',
  previousAgreementId: 'agmt-1',
  endsAt: later,
} as const;

describe('an agreement that changes after the sale', () => {
  it('is told to the user and the owner, once, when it is amended', () => {
    const amended = given(active(), ['aws', { ...agreement, intent: 'AMEND', endsAt: later }]);
    const told = [`agreementChanged ${user} amended`, 'agreementChanged owner amended'];
    expect(waiting(amended)).toEqual(told);
    expect(waiting(given(amended, ['aws', { ...agreement, endsAt: later, learntFrom: 'search' }]))).toEqual(
      told,
    );
  });

  it('is told as a renewal by the new agreement and not by the end of the old one', () => {
    const ended = given(active(), ['aws', { ...agreement, status: 'RENEWED' }]);
    expect(waiting(ended)).toEqual([]);
    expect(waiting(given(ended, ['aws', renewal]))).toEqual([
      `agreementChanged ${user} renewed`,
      'agreementChanged owner renewed',
    ]);
  });

  it('is told as a replacement when another offer of the deal was accepted', () => {
    const [offer] = active().offers;
    if (!offer) throw new Error('no offer');
    const two = { ...active(), offers: [offer, { ...offer, offerId: 'offer-two' }] };
    const { previousAgreementId: _none, ...notice } = renewal;
    const replaced = given(two, ['aws', { ...notice, intent: 'REPLACE', offerId: 'offer-two' }]);
    expect(waiting(replaced)[0]).toBe(`agreementChanged ${user} replaced`);
  });

  it('is told as an amendment also when an earlier agreement was renewed', () => {
    const renewed = mailed(given(active(), ['aws', renewal]));
    const amended = given(renewed, [
      'aws',
      { ...renewal, intent: 'AMEND', endsAt: '2029-03-05T00:00:00.000Z' },
    ]);
    expect(waiting(amended)[0]).toBe(`agreementChanged ${user} amended`);
  });

  it('is not told when AWS says the same again, nor before the confirmation', () => {
    expect(waiting(given(active(), ['aws', agreement]))).toEqual([]);
    const early = mailed(chosen());
    expect(waiting(given(early, ['aws', { ...agreement, endsAt: later }]))).toEqual([]);
  });
});

describe('the end of the access', () => {
  const contact = active().inquiry.contact.email;
  const everybodyBy = (template: string) =>
    [user, signer, contact, 'owner'].map(each => `${template} ${each}`);
  const everybody = everybodyBy('accessEnded');

  it.each(['CANCELLED', 'EXPIRED', 'TERMINATED', 'ARCHIVED'] as const)(
    'is told to user, signer, contact and owner when the agreement is %s',
    status => {
      expect(waiting(given(active(), ['aws', { ...agreement, status }]))).toEqual(everybody);
    },
  );

  it('is told as a payment that failed when AWS takes the agreement back, also to who has not set up yet', () => {
    const unpaid = { ...agreement, status: 'ROLLED_BACK' } as const;
    expect(waiting(given(active(), ['aws', unpaid]))).toEqual(everybodyBy('paymentFailed'));
    const early = mailed(given(offered(), ['aws', agreement]));
    const told = [signer, contact, 'owner'].map(each => `paymentFailed ${each}`);
    expect(waiting(given(early, ['aws', unpaid]))).toEqual(told);
  });

  it('is told when AWS takes the license back, and not again when the agreement ends', () => {
    const taken = given(active(), ['aws', { ...license, status: 'deprovisioned' }]);
    expect(waiting(taken)).toEqual(everybody);
    expect(waiting(given(mailed(taken), ['aws', { ...agreement, status: 'CANCELLED' }]))).toEqual([]);
  });

  it('is told when the term is over and AWS says nothing', () => {
    const end = deadlines(active()).find(each => each.kind === 'termEnds');
    if (!end) throw new Error('no end');
    const over = given(active(), ['system', { type: 'deadlinePassed', deadline: end, late: false }, end.at]);
    expect(over.stage).toBe('ended');
    expect(waiting(over)).toEqual(everybody);
  });

  it('is told to the owner alone while nobody has set up an account', () => {
    const accepted = mailed(given(offered(), ['aws', agreement]));
    expect(waiting(given(accepted, ['aws', { ...agreement, status: 'CANCELLED' }]))).toEqual([
      'accessEnded owner',
    ]);
  });

  it('of an agreement that was renewed is none', () => {
    const renewed = mailed(given(active(), ['aws', renewal]));
    const { deal } = when(renewed, 'aws', { ...agreement, status: 'EXPIRED' });
    expect(waiting(deal)).toEqual([]);
  });
});

describe('what waits for a person', () => {
  it('is told to the owner at once when the accepted terms are not the agreed ones', () => {
    const accepted = { ...acceptedAsAgreed.accepted, awsAccountId: '999900001111' };
    const held = given(mailed(given(offered(), ['aws', agreement])), { ...acceptedAsAgreed, accepted });
    expect(waiting(held)).toEqual(['stuckNotice owner']);
    expect(waiting(given(mailed(held), { ...acceptedAsAgreed, accepted }))).toEqual([]);
  });

  it('is told to the owner again when staff send the reminder now', () => {
    const stuck = mailed(changeSetFails(given(opened(), proposal(), done())));
    const reminder = deadlines(stuck).find(each => each.kind === 'stuckReminder');
    const hurried = given(stuck, ['support', { type: 'sendReminderNow', key: reminder?.key ?? '' }]);
    expect(waiting(wakes(hurried, hurried.hurried[0]?.at ?? ''))).toEqual(['stuckNotice owner']);
  });
});
