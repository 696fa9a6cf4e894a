import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../deal/deal.ts';
import { needsOf } from '../../deal/needs.ts';
import {
  acceptedAsAgreed,
  agreement,
  asked,
  changeSetDone,
  changeSetFails,
  done,
  having,
  offered,
  opened,
  proposal,
  start,
  told,
} from '../support/story.ts';
import { active } from './acceptance/after-sale.ts';

const kinds = (deal: Deal) => needsOf(deal).map(({ kind }) => kind);
const later = (moment: string, hours: number) =>
  new Date(Date.parse(moment) + hours * 3_600_000).toISOString();
const approving = () => having(opened(), proposal({ durationMonths: 48 }), done());
const expired = () => {
  const deal = offered();
  const [offer] = deal.offers;
  const of = {
    kind: 'offerExpires',
    key: `offerExpires:${offer?.offerId}:${offer?.expiresOn}`,
    at: start,
  } as const;
  return told(deal, { type: 'deadlinePassed', deadline: of, late: false });
};

describe('what waits for staff', () => {
  it('is an inquiry until somebody answers it, within the working hours that were promised', () => {
    const deal = opened();
    expect(needsOf(deal)).toEqual([{ kind: 'answerInquiry', since: start, due: later(start, 4) }]);
    expect(kinds(having(deal, ['sales', { type: 'addNote', text: 'Called.' }]))).toEqual([]);
    expect(kinds(having(deal, proposal()))).toEqual([]);
  });

  it('is an approval until it is decided, and the terms after a no', () => {
    expect(kinds(approving())).toEqual(['decideApproval']);
    const no = having(approving(), ['approver', { type: 'rejectOffer', version: 1, comment: 'Too long.' }]);
    expect(kinds(no)).toEqual(['correctTerms']);
    expect(kinds(having(no, proposal()))).toEqual([]);
    expect(kinds(having(approving(), ['approver', { type: 'approveOffer', version: 1 }]))).toEqual([]);
  });

  it('is what the buyer asks for on his page, before the end of his offer', () => {
    const deal = having(offered(), ['buyer', { type: 'askForMoreTime', message: 'Legal needs a week.' }]);
    expect(kinds(deal)).toEqual(['answerRequest', 'offerEnds']);
  });

  it('is the end of an offer, and for a while an offer that has ended', () => {
    const [need] = needsOf(offered());
    expect(need).toMatchObject({ kind: 'offerEnds', due: expect.stringContaining('T23:59:59') });
    expect(kinds(expired())).toEqual(['reviveOffer']);
  });

  it('is a buyer who pays and has not set up, until he has, counted from the start of his term', () => {
    const startsAt = later(agreement.acceptedAt, 240);
    const accepted = having(offered(), ['aws', { ...agreement, startsAt }]);
    expect(needsOf(accepted)).toMatchObject([{ kind: 'callBuyer', since: startsAt }]);
    expect(kinds(told(accepted, acceptedAsAgreed))).toEqual(['callBuyer']);
    expect(kinds(active())).toEqual([]);
  });

  it('is whatever is stuck, since it is', () => {
    const deal = changeSetFails(having(opened(), proposal(), done()));
    expect(needsOf(deal)).toMatchObject([
      { kind: 'cure', since: deal.stuck[0]?.since, due: deal.stuck[0]?.since },
    ]);
  });

  it('is nothing of a deal that is over', () => {
    const lost = asked(opened(), 'sales', { type: 'closeDeal', reason: 'Bought elsewhere.' }).deal;
    expect(kinds(lost)).toEqual([]);
    const withdrawn = having(offered(), ['sales', { type: 'withdrawOffer', reason: 'A mistake.' }]);
    expect(kinds(changeSetDone(withdrawn))).not.toContain('offerEnds');
  });
});
