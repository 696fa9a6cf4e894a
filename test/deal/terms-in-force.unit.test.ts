import { describe, expect, it } from '@jest/globals';
import { type Deal, signerOf, termsInForce } from '../../deal/deal.ts';
import { rowOf } from '../../shared/models/deal-row.ts';
import { sampleTerms } from '../support/samples.ts';
import {
  acceptedAsAgreed,
  agreement,
  changeSetDone,
  done,
  given,
  offered,
  opened,
  proposal,
  start,
} from '../support/story.ts';

const { signer } = sampleTerms(start);
const other = { ...signer, name: 'Mei Kato', email: 'mei@aozora.example' };
const dimension = { key: 'committed_spend', label: 'Committed spend', price: '9000.00', units: 1 };
/** Sales and the buyer talk of other terms, which another person would accept. */
const talking = (deal: Deal) =>
  given(deal, proposal({ dimensions: [{ ...dimension, listPrice: '9000.00' }], signer: other }));
const shown = (deal: Deal) => [termsInForce(deal)?.version, signerOf(deal).email, rowOf(deal).total?.amount];

describe('the terms that hold', () => {
  it('are the newest while there is no offer', () => {
    expect(shown(talking(given(opened(), proposal())))).toEqual([2, other.email, '9000.00']);
  });

  it('are those of the offer in the buyer’s hands until the next one is there', () => {
    const two = talking(offered());
    expect(shown(two)).toEqual([1, signer.email, '12000.00']);
    const next = changeSetDone(given(two, done(2)), 'offer-two');
    expect(shown(next)).toEqual([2, other.email, '9000.00']);
  });

  it('are those that were accepted, whatever was proposed after the offer', () => {
    const accepted = given(talking(offered()), ['aws', agreement]);
    expect(shown(accepted)).toEqual([1, signer.email, '12000.00']);
    const renewal = {
      ...agreement,
      agreementId: 'agmt-2',
      offerId: 'offer-of-aws',
      intent: 'RENEW',
    } as const;
    const renewed = given(accepted, ['aws', { ...renewal, previousAgreementId: 'agmt-1' }]);
    expect([renewed.agreement?.agreementId, ...shown(renewed)]).toEqual([
      'agmt-2',
      1,
      signer.email,
      '12000.00',
    ]);
  });

  it('are worth what AWS charges, once it has told', () => {
    const { accepted } = acceptedAsAgreed;
    const read = given(offered(), ['aws', agreement], {
      ...acceptedAsAgreed,
      accepted: { ...accepted, total: '24000.00' },
    });
    expect(rowOf(read).total).toEqual({ amount: '24000.00', currency: 'USD' });
  });
});
