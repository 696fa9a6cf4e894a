import { describe, expect, it } from '@jest/globals';
import { buyerStatus } from '../../../api/buyers/status.ts';
import { currentOffer, type Deal } from '../../../deal/deal.ts';
import { isStillTrue } from '../../../deal/mails/still-true.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { dayAfter } from '../../support/samples.ts';
import {
  agreement,
  changeSetDone,
  done,
  given,
  offered,
  proposal,
  start,
  when,
} from '../../support/story.ts';
import { wakes } from '../reminders/passing-time.ts';

const [yesterday, lastDay] = [dayAfter(start, -1), dayAfter(start, 30)];
const found = (deal: Deal, expiresOn: string, offerId = 'offer-one', at = deal.updatedAt) =>
  when(deal, 'aws', { type: 'offerEvent', status: 'ListEntities', offerId, expiresOn }, at).deal;
const newMails = (before: Deal, after: Deal) =>
  after.mails.slice(before.mails.length).map(({ template, reader }) => [template, reader.to]);

describe('an offer that somebody has ended in AWS', () => {
  const before = offered();
  const after = found(before, yesterday);

  it('is withdrawn, is no longer reminded of, and the owner is told, again and again', () => {
    expect(after.offers[0]).toMatchObject({ state: 'withdrawn', expiresOn: yesterday });
    expect([after.stage, after.stuck.map(each => [each.reason, each.cure])]).toEqual([
      'negotiating',
      [['offerEnded', 'offerAgain']],
    ]);
    expect(newMails(before, after)).toEqual([['stuckNotice', 'owner']]);
    const kinds = deadlines(after).map(({ kind }) => kind);
    expect(kinds.filter(kind => kind.startsWith('offer'))).toEqual([]);
    for (const template of ['offer', 'offerExpiring', 'offerUnread', 'offerExpired'] as const)
      expect(isStillTrue(after, { template })).toBe(false);
    expect(buyerStatus(after, after.updatedAt)).toBe('withdrawn');
  });

  it('is told of once', () => {
    const twice = found(after, yesterday);
    expect([newMails(after, twice), twice.stuck]).toEqual([[], after.stuck]);
  });

  it('is offered again on the same terms, or on others, and nothing is stuck then', () => {
    const again = changeSetDone(given(after, done(1)), 'offer-two');
    expect([again.stage, currentOffer(again)?.offerId, again.stuck]).toEqual(['offered', 'offer-two', []]);
    const other = given(after, proposal({ durationMonths: 24 }));
    expect([other.stuck, buyerStatus(other, other.updatedAt)]).toEqual([[], 'negotiating']);
  });

  it('leaves no approver with a question, when it was accepted before and terms were asked for since', () => {
    const asked = given(after, proposal({ durationMonths: 48 }), done(2));
    expect(asked.stage).toBe('approving');
    const accepted = given(asked, ['aws', agreement]);
    expect([accepted.stage, accepted.approval]).toEqual(['accepted', undefined]);
    expect(isStillTrue(accepted, { template: 'approvalRequested' })).toBe(false);
  });

  it('was accepted all the same when the news of it comes late', () => {
    const accepted = given(after, ['aws', agreement]);
    expect([accepted.stage, accepted.stuck, accepted.offers[0]?.state]).toEqual(['accepted', [], 'accepted']);
  });
});

describe('an offer whose last day somebody has changed in AWS', () => {
  it('is open until then, with its reminders, and the buyer hears of more time', () => {
    const later = found(offered(), dayAfter(lastDay, 10));
    expect(currentOffer(later)).toMatchObject({ state: 'released', expiresOn: dayAfter(lastDay, 10) });
    expect(newMails(offered(), later).map(([template]) => template)).toContain('offerExtended');
    const sooner = found(offered(), dayAfter(lastDay, -10));
    expect(currentOffer(sooner)).toMatchObject({ state: 'released', expiresOn: dayAfter(lastDay, -10) });
    expect(newMails(offered(), sooner)).toEqual([]);
    expect(deadlines(sooner).at(-1)).toMatchObject({ kind: 'offerExpires' });
  });

  it('is with the buyer again when it had expired', () => {
    const expired = wakes(offered(), `${dayAfter(lastDay, 2)}T00:00:00.000Z`);
    expect(currentOffer(expired)?.state).toBe('expired');
    const revived = found(expired, dayAfter(lastDay, 20));
    expect(currentOffer(revived)?.state).toBe('released');
    expect(found(expired, dayAfter(lastDay, 1)).stuck).toEqual([]);
  });
});

it.each([
  ['of the day that the deal knows', (deal: Deal) => found(deal, lastDay)],
  ['of another offer', (deal: Deal) => found(deal, yesterday, 'offer-other')],
  ['with an agreement', (deal: Deal) => found(given(deal, ['aws', agreement]), yesterday)],
  [
    'while its own change is under way',
    (deal: Deal) =>
      found(given(deal, ['sales', { type: 'extendOffer', expiresOn: dayAfter(lastDay, 5) }]), yesterday),
  ],
])('news %s changes no offer', (_name, tell) => {
  expect(tell(offered()).offers.map(({ state }) => state)).not.toContain('withdrawn');
  expect(tell(offered()).stuck).toEqual([]);
});

describe('an offer that somebody lets be accepted again in AWS', () => {
  const ended = found(offered(), yesterday);
  const later = new Date(Date.parse(ended.updatedAt) + 60_000).toISOString();
  const reopened = (deal: Deal, at = later) => found(deal, lastDay, 'offer-one', at);

  it('is in the buyer’s hands again: the deal goes on, nothing is stuck, and the buyer hears until when', () => {
    const again = reopened(ended);
    expect([again.stage, again.stuck, again.frozenVersion]).toEqual(['offered', [], 1]);
    expect(again.offers).toEqual([expect.objectContaining({ state: 'released', expiresOn: lastDay })]);
    expect(again.offers[0]).not.toHaveProperty('withdrawnAt');
    expect(newMails(ended, again).map(([template]) => template)).toEqual(['offerExtended', 'offerExtended']);
    expect(given(again, ['aws', agreement]).stage).toBe('accepted');
  });

  it('is not taken for one that AWS still shows as it was before its end', () => {
    const before = new Date(Date.parse(ended.updatedAt) - 60_000).toISOString();
    expect(reopened(ended, before).offers).toEqual(ended.offers);
  });

  it('is taken back beside a newer one, since a buyer who accepts two pays twice', () => {
    const replaced = changeSetDone(changeSetDone(given(offered(), proposal({}), done(2)), 'offer-two'));
    expect(replaced.offers.map(({ state }) => state)).toEqual(['withdrawn', 'released']);
    const after = reopened(replaced);
    expect(after.changeSet).toMatchObject({ purpose: 'withdraw', offerId: 'offer-one' });
    expect([currentOffer(after)?.offerId, newMails(replaced, after)]).toEqual(['offer-two', []]);
  });

  it('keeps the question that an approver has been asked meanwhile', () => {
    const asked = given(ended, proposal({ durationMonths: 48 }), done(2));
    const after = reopened(asked);
    expect([after.stage, after.approval?.state, currentOffer(after)?.offerId]).toEqual([
      'approving',
      'pending',
      'offer-one',
    ]);
  });
});
