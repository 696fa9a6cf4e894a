import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { pausesAfterFaults } from '../../../deal/offer/change-set.ts';
import { stepsDue } from '../../../deal/steps.ts';
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
  Array.from({ length: times }).reduce<Deal>(before => fails(before, 'serverFault'), deal);
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
    const tries = Array.from({ length: most + 1 }, (_, times) => faults(begin(), times));
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
