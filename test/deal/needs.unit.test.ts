import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../deal/deal.ts';
import { needsOf } from '../../deal/needs.ts';
import { deadlines } from '../../deal/reminders/plan.ts';
import {
  acceptedAsAgreed,
  agreement,
  arrival,
  changeSetDone,
  changeSetFails,
  done,
  given,
  offered,
  opened,
  proposal,
  start,
  when,
} from '../support/story.ts';
import { active } from './acceptance/after-sale.ts';

const kinds = (deal: Deal) => needsOf(deal).map(({ kind }) => kind);
const later = (moment: string, hours: number) =>
  new Date(Date.parse(moment) + hours * 3_600_000).toISOString();
const approving = () => given(opened(), proposal({ durationMonths: 48 }), done());
const expired = () => {
  const deal = offered();
  const [offer] = deal.offers;
  const of = {
    kind: 'offerExpires',
    key: `offerExpires:${offer?.offerId}:${offer?.expiresOn}`,
    at: start,
  } as const;
  return given(deal, { type: 'deadlinePassed', deadline: of, late: false });
};

describe('what waits for staff', () => {
  it('is an inquiry until somebody answers it, within the working hours that were promised', () => {
    const deal = opened();
    expect(needsOf(deal)).toEqual([{ kind: 'answerInquiry', since: start, due: later(start, 4) }]);
    expect(kinds(given(deal, ['sales', { type: 'addNote', text: 'Called.' }]))).toEqual([]);
    expect(kinds(given(deal, proposal()))).toEqual([]);
  });

  it('is an approval until it is decided, and the terms after a no', () => {
    expect(kinds(approving())).toEqual(['decideApproval']);
    const no = given(approving(), ['approver', { type: 'rejectOffer', version: 1, comment: 'Too long.' }]);
    expect(kinds(no)).toEqual(['correctTerms']);
    expect(kinds(given(no, proposal()))).toEqual([]);
    expect(kinds(given(approving(), ['approver', { type: 'approveOffer', version: 1 }]))).toEqual([]);
  });

  it('is what the buyer asks for on his page, before the end of his offer', () => {
    const deal = given(offered(), ['buyer', { type: 'askForMoreTime', message: 'Legal needs a week.' }]);
    expect(kinds(deal)).toEqual(['answerRequest', 'offerEnds']);
  });

  it('is the end of an offer, and for a while an offer that has ended', () => {
    const [need] = needsOf(offered());
    expect(need).toMatchObject({ kind: 'offerEnds', due: expect.stringContaining('T23:59:59') });
    expect(kinds(expired())).toEqual(['reviveOffer']);
  });

  it('is a buyer who pays and has not set up, until he has, counted from the start of his term', () => {
    const startsAt = later(agreement.acceptedAt, 240);
    const accepted = given(offered(), ['aws', { ...agreement, startsAt }]);
    expect(needsOf(accepted)).toMatchObject([{ kind: 'callBuyer', since: startsAt }]);
    expect(kinds(given(accepted, acceptedAsAgreed))).toEqual(['callBuyer']);
    expect(kinds(active())).toEqual([]);
  });

  it('is a call that is due when the deal itself would ask for it, and none where support has ended the link', () => {
    const cameAt = later(agreement.acceptedAt, 100);
    const came = given(offered(), ['aws', agreement], ['buyer', arrival, cameAt]);
    const [need] = needsOf(came);
    expect(need).toMatchObject({ kind: 'callBuyer', since: cameAt });
    // In the working hours after it.
    const call = deadlines(came).find(({ kind }) => kind === 'buyerAbsent')?.at ?? '';
    expect(call >= (need?.due ?? '') && call < later(need?.due ?? '', 72)).toBe(true);
    expect(kinds(given(active(), ['support', { type: 'endLink', reason: 'x' }]))).toEqual([]);
  });

  it('is whatever is stuck, since it is', () => {
    const deal = changeSetFails(given(opened(), proposal(), done()));
    expect(needsOf(deal)).toMatchObject([
      { kind: 'cure', since: deal.stuck[0]?.since, due: deal.stuck[0]?.since },
    ]);
  });

  it('is nothing of a deal that is over', () => {
    const lost = when(opened(), 'sales', { type: 'closeDeal', reason: 'Bought elsewhere.' }).deal;
    expect(kinds(lost)).toEqual([]);
    const withdrawn = given(offered(), ['sales', { type: 'withdrawOffer', reason: 'A mistake.' }]);
    expect(kinds(changeSetDone(withdrawn))).not.toContain('offerEnds');
  });
});
