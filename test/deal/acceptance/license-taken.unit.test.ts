import { describe, expect, it } from '@jest/globals';
import { buyerStatus } from '../../../api/buyers/status.ts';
import type { AgreementStatus } from '../../../deal/acceptance/agreement-status.ts';
import { isStillTrue } from '../../../deal/mails/still-true.ts';
import { needsOf } from '../../../deal/needs.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { isTaken } from '../../../deal/stages.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { troubleAt } from '../../../deal/stuck.ts';
import { acceptedAsAgreed, agreement, given, license, offered } from '../../support/story.ts';
import { active } from './after-sale.ts';

const taken = () => given(active(), ['aws', { ...license, status: 'deprovisioned' }]);
const read = (status: AgreementStatus) =>
  given(taken(), { ...acceptedAsAgreed, accepted: { ...acceptedAsAgreed.accepted, status } });
const names = (deal: ReturnType<typeof taken>) => stepsDue(deal).map(({ name }) => name);

describe('a license that AWS has taken, without a word of the agreement', () => {
  it('is no access any more, and the agreement is looked up', () => {
    expect(taken().stage).not.toBe('active');
    expect(names(taken())).toEqual(expect.arrayContaining(['unlinkOrganization', 'readAgreement']));
    expect(buyerStatus(taken(), taken().updatedAt)).toBe('accessEnded');
  });

  it.each(['CANCELLED', 'EXPIRED', 'TERMINATED', 'ROLLED_BACK', 'ARCHIVED'] as const)(
    'ends the deal when AWS says %s',
    status => {
      const ended = read(status);
      expect([ended.stage, ended.closed?.reason, ended.agreement?.status]).toEqual(['ended', status, status]);
      expect(ended.stuck).toEqual([]);
    },
  );

  it('is told to the buyer once AWS has answered why, or cannot be asked', () => {
    const told = (deal: ReturnType<typeof taken>) =>
      stepsDue(deal).some(
        step => step.name === 'sendMails' && step.mails.some(({ template }) => template === 'accessEnded'),
      );
    const [asking] = stepsDue(taken()).filter(({ name }) => name === 'readAgreement');
    if (!asking) throw new Error('Nobody asks AWS');
    const unanswered = given(taken(), {
      type: 'stepFailed',
      stuck: troubleAt(asking, { detail: 'AccessDenied' }),
    });
    expect([taken(), read('ACTIVE'), unanswered].map(told)).toEqual([false, true, true]);
  });

  it('waits for a person while AWS says that the agreement runs, until there is a license again', () => {
    const stuck = read('ACTIVE');
    expect(stuck.stuck.map(({ reason, cure }) => [reason, cure])).toEqual([['licenseTaken', 'askAws']]);
    expect(names(stuck)).not.toContain('readAgreement');
    const again = given(stuck, ['aws', license]);
    expect([again.stage, again.stuck]).toEqual(['active', []]);
    expect(names(again)).toContain('readEntitlements');
  });

  it('ends the deal when its end is told after all, once', () => {
    const over = { ...agreement, status: 'CANCELLED' } as const;
    const ended = given(read('ACTIVE'), ['aws', over]);
    expect(ended.stage).toBe('ended');
    const told = ended.mails.filter(({ template }) => template === 'accessEnded');
    expect(new Set(told.map(({ reader }) => JSON.stringify(reader))).size).toBe(told.length);
  });

  it.each<[string, (deal: ReturnType<typeof taken>) => ReturnType<typeof taken>]>([
    ['told', deal => given(deal, ['aws', { ...agreement, status: 'ROLLED_BACK' }])],
    ['answered', () => read('ROLLED_BACK')],
  ])('is told once more, with its cure, when the payment had failed, as AWS has %s', (_how, end) => {
    const deal = end(taken());
    const unpaid = deal.mails.filter(({ template }) => template === 'paymentFailed');
    expect(new Set(unpaid.map(({ reader }) => reader.to))).toEqual(new Set(['person', 'owner']));
    // What was not sent by then says less.
    expect(isStillTrue(deal, { template: 'accessEnded' })).toBe(false);
  });

  it('is asked for again by whoever tries again, and is no longer forgotten', () => {
    const tried = given(read('ACTIVE'), ['support', { type: 'retryStep' }]);
    expect(names(tried)).toContain('readAgreement');
    expect(given(tried, acceptedAsAgreed).stuck.map(({ reason }) => reason)).toEqual(['licenseTaken']);
  });

  it('stays taken when what AWS told of it before comes late', () => {
    const late = new Date(Date.parse(taken().updatedAt) - 1000).toISOString();
    expect(isTaken(given(taken(), ['aws', license, late]))).toBe(true);
  });

  it('has nobody chased for a set-up', () => {
    const accepted = given(offered(), ['aws', agreement], ['aws', license]);
    const without = given(accepted, ['aws', { ...license, status: 'deprovisioned' }]);
    const kinds = (deal: typeof accepted) => deadlines(deal).map(({ kind }) => kind);
    expect([kinds(accepted), needsOf(accepted)]).not.toEqual([kinds(without), needsOf(without)]);
    expect(kinds(without)).toEqual(['termEnds']);
    expect(isStillTrue(without, { template: 'setUpReminder' })).toBe(false);
  });

  it('leaves nothing stuck in a deal that has ended meanwhile, whatever AWS still answers', () => {
    const over = { ...agreement, status: 'CANCELLED' } as const;
    for (const deal of [
      given(read('ACTIVE'), ['aws', over]),
      given(taken(), ['aws', over], acceptedAsAgreed),
    ])
      expect([deal.stage, deal.stuck, needsOf(deal)]).toEqual(['ended', [], []]);
  });

  it('is the usual end of a former one where another agreement follows', () => {
    const renewed = given(active(), ['aws', { ...agreement, status: 'RENEWED' }]);
    const after = given(renewed, ['aws', { ...license, status: 'deprovisioned' }]);
    expect([after.stage, names(after)]).toEqual(['active', []]);
  });
});
