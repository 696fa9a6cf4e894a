import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { dealDecider } from '../../../deal/decider.ts';
import { approvalReasons, discountOf } from '../../../deal/negotiation/approval.ts';
import { defaultPolicy } from '../../../deal/policy.ts';
import { type Currency, currencies } from '../../../deal/terms/money.ts';
import { type ListPrices, type Product, withListPrices } from '../../../deal/terms/products.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import { sampleTerms } from '../../support/samples.ts';

const now = '2026-11-02T09:00:00.000Z';
const product = (listPrices: ListPrices): Product => ({
  productId: 'prod-examplecloud01',
  productCode: 'code',
  title: 'Example Cloud',
  dimensions: [{ key: 'committed_spend', label: 'Committed spend', listPrices }],
});
const sold = (currency: Currency, price: string, claimed?: string): Terms =>
  sampleTerms(now, {
    currency,
    dimensions: [
      {
        key: 'committed_spend',
        label: 'Committed spend',
        units: 1,
        price,
        ...(claimed && { listPrice: claimed }),
      },
    ],
  });
const reasonsFor = (terms: Terms, list: ListPrices) =>
  approvalReasons(withListPrices(terms, [product(list)]), defaultPolicy);

interface Row {
  list?: ListPrices;
  terms: { currency: Currency; price: string };
  sentListPrice?: string | null;
  approval?: boolean;
}
const rows: Row[] = JSON.parse(readFileSync(new URL('approval.json', import.meta.url), 'utf8'));

describe('whether an approver is asked', () => {
  test.each(rows.filter(row => row.list))(
    '$terms of a list price $list',
    ({ list = {}, terms, sentListPrice, approval }) => {
      const reasons = reasonsFor(sold(terms.currency, terms.price, sentListPrice ?? undefined), list);
      expect(reasons.length > 0).toBe(approval);
    },
  );

  it('depends on nothing that the proposal says of the list price', () => {
    const price = fc.integer({ min: 1, max: 2_000_000 }).map(String);
    fc.assert(
      fc.property(fc.constantFrom(...currencies), price, price, price, (currency, asked, claimed, list) => {
        const prices = { [currency]: list };
        expect(reasonsFor(sold(currency, asked, claimed), prices)).toEqual(
          reasonsFor(sold(currency, asked), prices),
        );
      }),
    );
  });

  it('is certain for a product that is not known, and for a dimension that the product does not have', () => {
    const other = { ...sold('USD', '12000.00', '12000.00'), productId: 'prod-other' };
    expect(reasonsFor(other, { USD: '12000.00' })).toEqual(['discountUnknown']);
    const terms = sold('USD', '12000.00');
    const two = {
      ...terms,
      dimensions: [...terms.dimensions, { key: 'x', label: 'X', price: '1.00', units: 1 }],
    };
    expect(reasonsFor(two, { USD: '12000.00' })).toEqual(['discountUnknown']);
    expect(discountOf(withListPrices(two, [product({ USD: '12000.00' })]))).toBeUndefined();
  });

  test.each(['support', 'sales'] as const)(
    'after AWS has refused an offer, corrected terms of %s go on by themselves only for those who may end a negotiation',
    role => {
      const by = (who: 'sales' | 'support') => ({
        kind: 'staff' as const,
        id: `${who}@example.com`,
        roles: [who],
      });
      const terms = withListPrices(sold('USD', '12000.00'), [product({ USD: '12000.00' })]);
      let deal = dealDecider.initial({
        dealId: 'd',
        at: now,
        policy: defaultPolicy,
        inquiry: { company: 'Aozora', contact: terms.signer, message: 'Hello' },
      });
      const entry = (event: Parameters<typeof dealDecider.evolve>[1]['event'], who: 'sales' | 'support') => {
        const at = now;
        deal = dealDecider.evolve(deal, {
          seq: deal.seq + 1,
          at,
          decidedAt: at,
          by: by(who),
          outcome: 'applied',
          event,
        });
      };
      entry({ type: 'proposeTerms', terms }, 'sales');
      entry({ type: 'markNegotiationDone', version: 1 }, 'sales');
      const step = `startChangeSet:${deal.changeSet?.name ?? ''}` as const;
      const stuck = { step, reason: 'changeSetFailed', detail: 'no', cure: 'proposeTerms' } as const;
      entry({ type: 'stepFailed', stuck }, 'sales');
      expect(deal.stage).toBe('creatingOffer');
      entry({ type: 'proposeTerms', terms: { ...terms, durationMonths: 6 } }, role);
      expect([deal.stage, deal.changeSet?.termsVersion, deal.stuck]).toEqual(
        role === 'sales' ? ['creatingOffer', 2, []] : ['negotiating', undefined, []],
      );
      const done = {
        commandId: 'c',
        by: by('sales'),
        at: now,
        type: 'markNegotiationDone',
        version: 2,
      } as const;
      if (role === 'support') expect(dealDecider.decide(deal, done, now)).toBeUndefined();
    },
  );
});
