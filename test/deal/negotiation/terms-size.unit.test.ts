import { describe, expect, it } from '@jest/globals';
import { bytesOfTerms, most } from '../../../deal/contract/limits.ts';
import type { Deal } from '../../../deal/deal.ts';
import { sampleTerms } from '../../support/samples.ts';
import { opened, start, when } from '../../support/story.ts';

const propose = (deal: Deal, change = {}) =>
  when(deal, 'sales', { type: 'proposeTerms', terms: sampleTerms(start, change) });

/** The most that AWS takes in one offer, with names as long as the contract lets them be. */
const large = (dimensions: number, name: string) => ({
  dimensions: Array.from({ length: dimensions }, (_, index) => ({
    key: `dimension_${index}`.padEnd(100, '_'),
    label: name.repeat(150),
    price: '1.00',
    units: 1,
  })),
});

/** Proposals of the same until one is refused. */
function until(deal: Deal, change = {}): { deal: Deal; refused?: string } {
  const next = propose(deal, change);
  return next.refused ? next : until(next.deal, change);
}

describe('the terms of a deal', () => {
  it('have a hundred versions at the most, and the deal goes on with those', () => {
    const { deal, refused } = until(opened());
    expect([deal.terms.length, refused]).toEqual([most.versions, 'tooManyVersions']);
    expect(when(deal, 'sales', { type: 'markNegotiationDone', version: 100 }).refused).toBeUndefined();
  });

  it('are refused when one version is too large, in letters of any script', () => {
    expect(propose(opened(), large(200, 'x')).refused).toBeUndefined();
    expect(propose(opened(), large(200, '項')).refused).toBe('termsTooLarge');
    expect(propose(opened(), large(100, '項')).refused).toBeUndefined();
  });

  it('are far below what Temporal carries, however many there are', () => {
    for (const change of [large(200, 'x'), large(150, '項'), {}]) {
      const { deal } = until(opened(), change);
      const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
      expect(bytes(deal.terms.map(({ terms }) => terms))).toBeLessThanOrEqual(bytesOfTerms.all + 1000);
      // What a turn sends: the deal, and the entry with the terms once more.
      expect(bytes({ deal, entries: [deal.terms.at(-1)] })).toBeLessThan(1_000_000);
    }
  });
});
