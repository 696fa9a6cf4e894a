import type { Product } from '../../deal/terms/products.ts';
import type { Database } from '../models/database.ts';
import { agreementOf, eventStates, type MarketplaceEvent } from '../models/marketplace-event.ts';

interface Needs {
  db: Database;
  config: { products: Product[] };
}

const mostSorted = 1000;

/** Events of purchases that no deal has, that nobody has decided about, and that nobody has brought back. */
const undecided = {
  state: 'waiting',
  dealId: { $exists: false },
  handled: { $exists: false },
  broughtBack: { $exists: false },
  'notice.agreementId': { $exists: true },
} as const;

/**
 * Sets aside what waits of purchases that are none of our products, and takes back what has become one. Gives the
 * agreements of which nothing that AWS has said names the product. Safe to repeat.
 */
export async function setAsideOtherListings({ db, config }: Needs): Promise<string[]> {
  const ours = config.products.flatMap(({ productId, productCode }) => [productId, productCode]);
  if (ours.length === 0) return [];
  await db.events.updateMany(
    { state: 'otherListing', product: { $in: ours } },
    { $set: { state: 'waiting' } },
  );
  const waiting = await db.events
    .find(undecided, { notice: 1 })
    .sort({ receivedAt: -1 })
    .limit(mostSorted)
    .lean();
  const agreementIds = [...new Set(waiting.flatMap(event => agreementOf(event) ?? []))];
  const known = await knownOf(db, agreementIds);
  for (const [agreementId, { product, broughtBack }] of known)
    if (product && !broughtBack && !ours.includes(product))
      await db.events.updateMany(
        { ...undecided, ...ofAgreement(agreementId) },
        { $set: { state: 'otherListing', product } },
      );
  return agreementIds.filter(agreementId => !known.has(agreementId));
}

/** Notes what was bought by an agreement, on all that AWS has said of it. */
export async function noteProduct(
  db: Database,
  { agreementId, product, askedAt }: { agreementId: string; product?: string; askedAt: Date },
): Promise<void> {
  await db.events.updateMany(ofAgreement(agreementId), { $set: { askedAt, ...(product && { product }) } });
}

/** All that AWS has said of an agreement. */
const ofAgreement = (agreementId: string) => ({ keys: agreementId, 'notice.agreementId': agreementId });

/** What is known of each agreement from anything that AWS has said of it, and whether a person wants to see it. */
async function knownOf(db: Database, agreementIds: string[]) {
  const told = await db.events
    .find(
      {
        state: { $in: eventStates },
        keys: { $in: agreementIds },
        $or: [{ product: { $exists: true } }, { broughtBack: { $exists: true } }],
      },
      { notice: 1, product: 1, broughtBack: 1 },
    )
    .lean();
  const known = new Map<string, Pick<MarketplaceEvent, 'product' | 'broughtBack'>>();
  for (const event of told) {
    const agreementId = agreementOf(event);
    const { product, broughtBack } = event;
    if (agreementId)
      known.set(agreementId, {
        ...known.get(agreementId),
        ...(product && { product }),
        ...(broughtBack && { broughtBack }),
      });
  }
  return known;
}
