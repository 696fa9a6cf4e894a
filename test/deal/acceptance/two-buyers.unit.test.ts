import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { stepsDue } from '../../../deal/steps.ts';
import { runs } from '../../support/runs.ts';
import { agreement as first, given, license, offered, when } from '../../support/story.ts';
import { agreementOf, type Buyer, type Case, facts, item, market } from './two-buyers.ts';

const buyers: Buyer[] = ['a', 'b'];
const everything = buyers.flatMap(buyer => facts.map(fact => ({ fact, buyer })));
/** In every order, each maybe twice, and with deals writing themselves down at any moment between. */
const orders = fc.tuple(
  fc.shuffledSubarray([...everything, ...everything], { minLength: everything.length }),
  fc.array(fc.nat({ max: 3 }), { minLength: 16, maxLength: 16 }),
  fc.record({ oneAccount: fc.boolean(), isNamed: fc.boolean() }),
);

describe('one offer that two accounts accept', () => {
  it('becomes two deals, each with its own agreement, license, arrival and organization, in every order', () => {
    fc.assert(
      fc.property(orders, ([order, pauses, how]) => {
        const { deals, items } = played(order, pauses, how);
        const owned = deals.map(({ agreement, license, registration, link }) => [
          agreement?.agreementId,
          license?.agreementId,
          registration?.registrationId,
          link?.organizationId,
        ]);
        const wanted = buyers.map(buyer => [
          agreementOf(buyer),
          agreementOf(buyer),
          `r-${buyer}`,
          `division-${buyer}`,
        ]);
        expect(owned.toSorted()).toEqual(wanted);
        expect(items.filter(({ dealId }) => dealId === undefined)).toEqual([]);
        for (const { dealId, buyer } of items)
          expect(deals.find(deal => deal.dealId === dealId)?.agreement?.agreementId).toBe(agreementOf(buyer));
      }),
      runs(200),
    );
  });

  it('is told to the owner once, by the deal that was opened', () => {
    fc.assert(
      fc.property(orders, ([order, pauses, how]) => {
        const templates = played(order, pauses, how).deals.flatMap(deal =>
          deal.mails.map(mail => mail.template),
        );
        expect(templates.filter(each => each === 'secondPurchase')).toHaveLength(1);
        expect(templates.filter(each => each === 'accepted')).toHaveLength(1);
      }),
      runs(100),
    );
  });

  function played(order: typeof everything, pauses: number[], how: Case) {
    const selling = market();
    const times = new Map<string, number>();
    for (const [index, { fact, buyer }] of [...order, ...everything].entries()) {
      const name = `${fact}-${buyer}`;
      const time = times.get(name) ?? 0;
      times.set(name, time + 1);
      // AWS tells the same again under another id; a registration and a choice have one for good.
      const isAws = fact === 'agreement' || fact === 'license';
      if (time === 0 || isAws) selling.comes(item(fact, buyer, { ...how, time }));
      const pause = pauses[index];
      if (pause !== undefined && pause < 2) selling.record(pause);
    }
    selling.settle();
    return selling;
  }
});

describe('a second acceptance of an offer', () => {
  const other = { ...first, agreementId: 'agmt-2', awsAccountId: '444455556666' };

  it('is noted once, and makes its deal a step that is due', () => {
    const noted = given(offered(), ['aws', first], ['aws', other]);
    expect(noted.agreement?.agreementId).toBe('agmt-1');
    const due = stepsDue(noted).filter(({ name }) => name === 'openSecondDeal');
    expect(due.map(({ key }) => key)).toEqual(['openSecondDeal:agmt-2']);
    expect(when(noted, 'aws', other).refused).toBe('otherAgreement');
  });

  it('is none when it is a renewal of an agreement that nobody knows, or is over', () => {
    const accepted = given(offered(), ['aws', first]);
    for (const notice of [
      { ...other, intent: 'RENEW' as const },
      { ...other, status: 'CANCELLED' as const },
      { ...other, offerId: 'offer-of-others' },
    ])
      expect(when(accepted, 'aws', notice).refused).toBe('otherAgreement');
  });

  it('has a license that its first deal never takes, whichever comes first', () => {
    const accepted = given(offered(), ['aws', first]);
    const foreign = { ...license, agreementId: 'agmt-2', offerId: 'offer-one' };
    expect(when(accepted, 'aws', foreign).refused).toBe('otherAgreement');
  });
});
