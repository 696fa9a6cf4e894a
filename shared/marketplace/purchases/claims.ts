import { setTimeout as pause } from 'node:timers/promises';
import type { Deal } from '../../../deal/deal.ts';
import type { Database } from '../../models/database.ts';
import { isDuplicateKey } from '../../models/duplicate-key.ts';
import { agreementOf, eventStates, type MarketplaceEvent } from '../../models/marketplace-event.ts';

// One deal gets what AWS says of an agreement, though it may be given to one by its keys and by a person at the same moment.
// Each writes down first whom it means, and looks for the other's word then: at least one of two sees the other, and gives way.

type Events = Pick<Database, 'events'>;

/** All that AWS has said of an agreement. */
const ofAgreement = (agreementId: string) => ({
  state: { $in: eventStates },
  keys: agreementId,
  'notice.agreementId': agreementId,
});

/**
 * True when a deal may be told what would make the agreement its own. False while a person has given it to another one, or
 * opens another one for it; the event waits for that then.
 */
export async function mayBeTold(
  { events }: Events,
  { event, deal }: { event: MarketplaceEvent; deal: Deal },
): Promise<boolean> {
  const agreementId = agreementOf(event);
  if (!agreementId || knows(deal, agreementId)) return true;
  const { dealId } = deal;
  await events.updateOne({ _id: event._id, state: 'waiting' }, { $set: { sentTo: dealId } });
  const given = { ...ofAgreement(agreementId), 'handled.dealId': { $exists: true, $ne: dealId } };
  if (!(await events.exists(given))) return true;
  await notSent({ events }, { event, dealId });
  return false;
}

/** A deal was not told after all, or does not take it. */
export async function notSent(
  { events }: Events,
  { event: { _id }, dealId }: { event: Pick<MarketplaceEvent, '_id'>; dealId: string },
): Promise<void> {
  await events.updateOne({ _id, sentTo: dealId }, { $unset: { sentTo: '' } });
}

const knows = ({ agreement, formerAgreements, license }: Deal, agreementId: string) =>
  [agreement?.agreementId, license?.agreementId, ...formerAgreements].includes(agreementId);

type Purchases = Pick<Database, 'events' | 'deals' | 'registrations'>;
interface Claimed {
  /** What AWS has answered of the agreement, as an event of its own: its `handled` names the deal. */
  asked: MarketplaceEvent & { handled: { dealId: string } };
  agreementId: string;
  awsAccountId: string;
}

/**
 * Keeps a purchase for the deal that a person opens for it, with all that AWS has said of it. Safe to repeat. Gives the id of
 * another deal that has it, or is being told of it; nothing is kept then.
 */
export async function claimPurchase(db: Purchases, claimed: Claimed): Promise<string | undefined> {
  const { asked, agreementId } = claimed;
  const isNew = await kept(db, asked);
  const other = await otherDealOf(db, claimed);
  if (other) {
    if (isNew) await db.events.deleteOne({ _id: asked._id, state: 'waiting' });
    return other;
  }
  await db.events.updateMany(
    {
      ...ofAgreement(agreementId),
      state: { $in: ['ignored', 'otherListing'] },
      dealId: { $exists: false },
      'handled.dealId': { $exists: false },
    },
    { $set: { state: 'waiting' }, $unset: { handled: '' } },
  );
  return undefined;
}

async function kept({ events }: Events, asked: MarketplaceEvent): Promise<boolean> {
  try {
    await events.create(asked);
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

/** Longer than an event that gives way to a person's word takes to do so. */
const looksAfterMs = [0, 50, 200, 500];

/**
 * The deal that an agreement belongs to, or is being given to, other than the one that is opened for it. A deal that is only
 * about to be told may not be after all: it is looked for again.
 */
async function otherDealOf(db: Purchases, claimed: Claimed): Promise<string | undefined> {
  const { agreementId, awsAccountId, asked } = claimed;
  const { dealId } = asked.handled;
  const another = { $exists: true, $ne: dealId };
  const has = await db.deals.findOne({ keys: agreementId, _id: { $ne: dealId } }, { _id: 1 }).lean();
  if (has) return has._id;
  const arrived = { awsAccountId, agreementId, dealId: another };
  const buyer = await db.registrations.findOne(arrived, { dealId: 1 }).lean();
  if (buyer?.dealId) return buyer.dealId;
  let told: string | undefined;
  for (const wait of looksAfterMs) {
    await pause(wait);
    told = await dealTold(db, claimed);
    if (!told) return undefined;
  }
  return told;
}

/** An open deal that an event of the agreement was given to, or is about to be told of it. */
async function dealTold(db: Purchases, { agreementId, asked }: Claimed): Promise<string | undefined> {
  const { dealId } = asked.handled;
  const another = { $exists: true, $ne: dealId };
  const told = await db.events
    .find(
      {
        ...ofAgreement(agreementId),
        state: { $in: ['waiting', 'routed'] },
        $or: [{ dealId: another }, { 'handled.dealId': another }, { sentTo: another }],
      },
      { dealId: 1, handled: 1, sentTo: 1 },
    )
    .lean();
  const others = told.flatMap(event => [event.dealId, event.handled?.dealId, event.sentTo]);
  const ids = others.filter((id): id is string => id !== undefined && id !== dealId);
  // A deal that is over takes nothing more, whatever it was about to be told.
  const open = { _id: { $in: ids }, 'deal.closed': { $exists: false } };
  return (await db.deals.findOne(open, { _id: 1 }).lean())?._id;
}
