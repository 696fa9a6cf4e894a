import { canonicalEmail } from '../../deal/contract/email.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import type { Database } from '../../shared/models/database.ts';
import { keysOf } from '../../shared/models/deal-record.ts';
import type { TimelineEntry } from '../../shared/models/timeline-entry.ts';

/** Writes beside events, arrivals and set-ups what a deal has in its timeline now. Can be repeated. */
export async function noteTold(
  db: Database,
  { deal, entries }: { deal: Deal; entries: Entry[] },
): Promise<void> {
  await markRouted(db, deal, entries);
  if (entries.some(({ event }) => event.type === 'buyerArrived')) await markArrived(db, deal);
  await letColleaguesIn(db, deal, entries);
}

/** What a deal has in its timeline is done with, except for what belongs to another agreement: a person must see that. */
async function markRouted(db: Database, deal: Deal, entries: Entry[]): Promise<void> {
  const told = entries.filter(entry => entry.by.kind === 'aws' && entry.commandId);
  const idsOf = (these: Entry[]) => ({ _id: { $in: these.flatMap(entry => entry.commandId ?? []) } });
  const foreign = told.filter(entry => entry.refusal?.code === 'otherAgreement');
  const own = told.filter(entry => !foreign.includes(entry));
  if (own.length > 0)
    await db.events.updateMany(idsOf(own), { $set: { state: 'routed', dealId: deal.dealId } });
  // Without this deal's keys, so that it does not come back here.
  if (foreign.length > 0)
    await db.events.updateMany(idsOf(foreign), {
      $pullAll: { keys: keysOf(deal) },
      $unset: { dealId: 1 },
    });
}

async function markArrived(db: Database, { dealId, registration }: Deal): Promise<void> {
  if (!registration) return;
  await db.registrations.updateOne(
    { _id: registration.registrationId, dealId: { $exists: false } },
    { $set: { dealId } },
  );
  await db.setupSessions.updateOne(
    { _id: registration.setupSessionId, dealId: { $exists: false } },
    { $set: { dealId } },
  );
}

/** Whoever the set-up was handed to may open it, by whatever way he was named, before the mail reaches him. */
async function letColleaguesIn(db: Database, { registration }: Deal, entries: Entry[]): Promise<void> {
  const emails = entries.flatMap(({ event, outcome }) =>
    event.type === 'handOverSetUp' && outcome === 'applied' ? [canonicalEmail(event.to.email)] : [],
  );
  if (!registration || emails.length === 0) return;
  const _id = registration.setupSessionId;
  await db.setupSessions.updateOne({ _id }, { $addToSet: { handedTo: { $each: emails } } });
}

/** What a turn that came to nothing had taken from those that wait is there for the next one. */
export async function letWaitAgain(db: Database, lines: TimelineEntry[]): Promise<void> {
  const notice = lines.flatMap(({ entry, commandId }) => (entry.by.kind === 'aws' && commandId) || []);
  const arrivals = lines.flatMap(({ entry }) =>
    entry.event.type === 'buyerArrived' ? [entry.event.registrationId] : [],
  );
  if (notice.length > 0) await db.events.updateMany({ _id: { $in: notice } }, { $set: { state: 'waiting' } });
  if (arrivals.length > 0)
    await db.registrations.updateMany({ _id: { $in: arrivals } }, { $unset: { dealId: 1 } });
}
