import { expect, it } from '@jest/globals';
import type { AgreementStatus } from '../../../deal/acceptance/agreement-status.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import { termsAgain } from '../../../deal/offer/again.ts';
import { buyerAccount, dayAfter, sampleInquiry } from '../../support/samples.ts';
import {
  agreement,
  changeSetDone,
  done,
  given,
  offered,
  opened,
  policy,
  proposal,
  start,
} from '../../support/story.ts';

const ended = (status: AgreementStatus) =>
  given(offered(), ['aws', agreement], ['aws', { ...agreement, status }]);
const now = '2027-02-01T00:00:00.000Z';

it('the terms of a payment that failed are offered again for as long as before, to whoever signs now', () => {
  const signer = {
    name: 'Hana',
    email: 'hana@aozora.example',
    language: 'ja',
    timeZone: 'Asia/Tokyo',
  } as const;
  const deal: Deal = { ...ended('ROLLED_BACK'), signer };
  const { terms } = offered().terms[0] ?? {};
  expect(termsAgain(deal, now)).toEqual({ ...terms, signer, offerExpiresOn: dayAfter(now, 30) });
});

it('what one account of several has not paid is not offered again to those that have bought for themselves', () => {
  const [other, third] = ['444455556666', '777788889999'];
  const all = [buyerAccount, other, third];
  const bought = changeSetDone(given(opened(), proposal({ buyerAwsAccountIds: all }), done()));
  const second = { ...agreement, agreementId: 'agmt-2', awsAccountId: other };
  const unpaid = given(
    bought,
    ['aws', agreement],
    ['aws', second],
    ['aws', { ...agreement, status: 'ROLLED_BACK' }],
  );
  expect(termsAgain(unpaid, now)?.buyerAwsAccountIds).toEqual([buyerAccount, third]);
  const ofSecond: Deal = {
    ...unpaid,
    secondPurchases: [],
    openedBy: { agreementId: 'agmt-1', dealId: 'd0' },
  };
  expect(termsAgain(ofSecond, now)?.buyerAwsAccountIds).toEqual([buyerAccount]);
});

it('an offer that was open for a few days only is open for two weeks', () => {
  const deal = ended('ROLLED_BACK');
  const short = { ...deal, offers: deal.offers.map(each => ({ ...each, expiresOn: dayAfter(start, 2) })) };
  expect(termsAgain(short, now)?.offerExpiresOn).toBe(dayAfter(now, 14));
});

it.each(['CANCELLED', 'EXPIRED', 'TERMINATED'] as const)('what ended as %s is not offered again', status => {
  expect(termsAgain(ended(status), now)).toBeUndefined();
  expect(termsAgain(offered(), now)).toBeUndefined();
});

it('a deal that takes another up again writes no receipt to somebody who has not written', () => {
  const inquiry = { ...sampleInquiry(), follows: 'd0' };
  const deal = dealDecider.initial({ dealId: 'd2', at: start, inquiry, policy });
  expect(given(deal, { type: 'inquiryReceived', inquiry, policy }).mails).toEqual([]);
});
