import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { pausesAfterFaults } from '../../../deal/offer/change-set.ts';
import { isReminder } from '../../../deal/reminders/deadline.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { isFinished, stepsDue } from '../../../deal/steps.ts';
import { troubleAt } from '../../../deal/stuck.ts';
import { dayAfter } from '../../support/samples.ts';
import {
  agreement,
  changeSetDone,
  done,
  given,
  offered,
  opened,
  proposal,
  start,
} from '../../support/story.ts';

/** The step of the change set that is due fails so. */
function fails(deal: Deal, type: string): Deal {
  const step = stepsDue(deal).find(each => each.name === 'startChangeSet' || each.name === 'followChangeSet');
  if (!step) throw new Error('no change set is under way');
  return given(deal, { type: 'stepFailed', stuck: troubleAt(step, { type, detail: type }) });
}
const faults = (deal: Deal, times: number) =>
  Array.from({ length: times }).reduce<Deal>(before => fails(resumed(before), 'serverFault'), deal);
/** The pause after a fault is over. */
function resumed(deal: Deal): Deal {
  const deadline = deadlines(deal).find(({ kind }) => kind === 'changeSetAgain');
  return deadline
    ? given(deal, ['system', { type: 'deadlinePassed', deadline, late: false }, deadline.at])
    : deal;
}
const notices = (deal: Deal) => deal.mails.filter(({ template }) => template === 'stuckNotice').length;

const extending = () => given(offered(), ['sales', { type: 'extendOffer', expiresOn: dayAfter(start, 40) }]);
const cases: [string, () => Deal][] = [
  ['creating', () => given(opened(), proposal(), done())],
  ['extending', extending],
  ['withdrawing', () => given(offered(), ['sales', { type: 'withdrawOffer', reason: 'x' }])],
];

describe.each(cases)('a fault of AWS while %s an offer', (_name, begin) => {
  const most = pausesAfterFaults.length;

  it('is tried again by itself, each time under a new name, and nobody is disturbed', () => {
    const tries = Array.from({ length: most + 1 }, (_, times) => resumed(faults(begin(), times)));
    expect(new Set(tries.map(deal => deal.changeSet?.name)).size).toBe(most + 1);
    for (const deal of tries) {
      expect([deal.stuck, notices(deal)]).toEqual([[], 0]);
      const { name, faults: _count, attempt, ...wanted } = deal.changeSet ?? {};
      const { name: _n, faults: _f, attempt: _a, ...first } = begin().changeSet ?? {};
      expect(wanted).toEqual(first);
    }
    const through = changeSetDone(tries.at(-1) ?? begin());
    expect([through.changeSet, through.stuck]).toEqual([undefined, []]);
  });

  it('is tried again after a pause, in which AWS is asked for nothing', () => {
    for (const [index, pause] of pausesAfterFaults.entries()) {
      const waiting = faults(begin(), index + 1);
      expect(stepsDue(waiting).filter(({ name }) => name === 'startChangeSet')).toEqual([]);
      const [again] = deadlines(waiting).filter(({ kind }) => kind === 'changeSetAgain');
      expect(again?.at).toBe(new Date(Date.parse(waiting.updatedAt) + pause).toISOString());
      expect(isReminder({ kind: 'changeSetAgain' })).toBe(false);
    }
  });

  it('leaves nothing to a pause that has been overtaken', () => {
    const waiting = faults(begin(), 1);
    const [late] = deadlines(waiting).filter(({ kind }) => kind === 'changeSetAgain');
    const stuck = faults(begin(), most + 1);
    if (!late) throw new Error('no pause');
    expect(given(stuck, { type: 'deadlinePassed', deadline: late, late: false }).stuck).toEqual(stuck.stuck);
  });

  it('waits for a person after that, who has it begun afresh', () => {
    const stuck = faults(begin(), most + 1);
    expect(stuck.stuck.map(({ reason, cure }) => [reason, cure])).toEqual([['serverFault', 'retryStep']]);
    expect(notices(stuck)).toBe(1);
    const again = given(stuck, ['support', { type: 'retryStep' }]);
    expect(again.changeSet?.name).not.toBe(stuck.changeSet?.name);
    expect(again.changeSet?.faults).toBeUndefined();
    expect(faults(again, most).stuck).toEqual([]);
  });

  it('is another matter than a refusal, which nobody tries again', () => {
    expect(fails(begin(), 'changeSetFailed').stuck).toHaveLength(1);
  });

  it('that is ours, since AWS does not let us, is for engineers, and no terms are blamed', () => {
    const denied = fails(begin(), 'accessDenied');
    expect(denied.stuck.map(({ reason, cure }) => [reason, cure])).toEqual([['accessDenied', 'checkAccess']]);
    const { name } = denied.changeSet ?? {};
    expect(given(denied, ['support', { type: 'retryStep' }]).changeSet?.name).toBe(name);
  });
});

it.each(['creating', 'extending'])(
  'a fault while %s an offer is not tried again once the buyer has accepted one',
  how => {
    const again = given(offered(), proposal(), done(2));
    const begun = how === 'creating' ? again : extending();
    const failed = fails(given(begun, ['aws', agreement]), 'serverFault');
    expect([failed.changeSet, failed.stuck]).toEqual([undefined, []]);
  },
);

describe('the pause after a fault', () => {
  const creating = () => faults(given(opened(), proposal(), done()), 1);
  const replacing = () => faults(given(offered(), proposal({ durationMonths: 24 }), done(2)), 1);

  it('is over at once when the buyer accepts the offer that he has', () => {
    const accepted = given(replacing(), ['aws', agreement]);
    expect([accepted.stage, accepted.changeSet, stepsDue(accepted).map(({ name }) => name)]).toEqual([
      'accepted',
      undefined,
      expect.not.arrayContaining(['startChangeSet']),
    ]);
    const extended = given(faults(extending(), 1), ['aws', agreement]);
    expect(extended.changeSet).toBeUndefined();
  });

  it('lets sales withdraw, close, extend and propose as if AWS had nothing to do', () => {
    expect(given(creating(), ['sales', { type: 'closeDeal', reason: 'No budget' }]).stage).toBe('lost');
    const withdrawn = given(replacing(), ['sales', { type: 'withdrawOffer', reason: 'x' }]);
    expect(withdrawn.changeSet).toMatchObject({ purpose: 'withdraw', offerId: 'offer-one' });
    expect(withdrawn.changeSet?.waitsUntil).toBeUndefined();
    const newer = given(creating(), proposal({ durationMonths: 24 }));
    expect(newer.changeSet).toMatchObject({ purpose: 'create', termsVersion: 2 });
    expect(newer.changeSet?.waitsUntil).toBeUndefined();
    const later = { type: 'extendOffer', expiresOn: dayAfter(start, 60) } as const;
    expect(given(faults(extending(), 1), ['sales', later]).changeSet?.expiresOn).toBe(later.expiresOn);
  });

  it('goes on in a deal that has ended meanwhile, so that nobody can accept what is still to be withdrawn', () => {
    const both = changeSetDone(given(offered(), proposal(), done(2)), 'offer-two');
    const waiting = faults(
      given(
        both,
        ['aws', { ...agreement, offerId: 'offer-two' }],
        ['aws', { ...agreement, offerId: 'offer-two', status: 'CANCELLED' }],
      ),
      1,
    );
    expect([waiting.stage, isFinished(waiting)]).toEqual(['ended', false]);
    expect(resumed(waiting).changeSet).toMatchObject({ purpose: 'withdraw' });
    expect(stepsDue(resumed(waiting)).map(({ name }) => name)).toContain('startChangeSet');
  });
});
