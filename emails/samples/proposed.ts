import type { Deal } from '../../deal/deal.ts';
import type { Actor } from '../../deal/people.ts';
import type { Terms } from '../../deal/terms/terms.ts';
import { type Cast, termsOf } from './cast.ts';
import { passed, played } from './play.ts';

/** Terms that are sent to the buyer, before there is an offer, and what may become of them. */
export function proposed(cast: Cast, owned: Deal, by: Actor) {
  const at = '2026-12-02T01:00:00.000Z';
  const buyer: Actor = { kind: 'buyer', id: cast.signer.email, name: cast.signer.name };
  const first = played(owned, [
    { event: { type: 'proposeTerms', terms: dearer(termsOf(cast)), send: true }, by, at },
  ]);
  const again = played(first, [
    { event: { type: 'proposeTerms', terms: termsOf(cast), send: true }, by, at },
  ]);
  const asked = '2026-12-02T02:10:00.000Z';
  const change = played(first, [
    { event: { type: 'askForChange', message: cast.wish }, by: buyer, at: asked },
  ]);
  return {
    first,
    again,
    change,
    changeOverdue: passed(change, 'requestDue', { at: '2026-12-02T06:10:00.000Z', of: asked }),
    agreed: played(again, [
      { event: { type: 'agreeToProposal', version: 2, name: cast.signer.name }, by: buyer, at: asked },
    ]),
    takenBack: played(first, [{ event: { type: 'withdrawProposal', reason: cast.reason }, by, at: asked }]),
  };
}

/** At list prices, and paid at once. */
const dearer = (terms: Terms): Terms => ({
  ...terms,
  paymentSchedule: [],
  dimensions: terms.dimensions.map(each => ({ ...each, price: each.listPrice ?? each.price })),
});
