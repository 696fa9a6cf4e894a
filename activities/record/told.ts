import { canonicalEmail } from '../../deal/contract/email.ts';
import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import { isPast } from '../../shared/marketplace/past-notices.ts';
import type { Database } from '../../shared/models/database.ts';
import type { TimelineEntry } from '../../shared/models/timeline-entry.ts';

/** Writes beside events, arrivals and set-ups what a deal has in its timeline now. Can be repeated. */
export async function noteTold(
  db: Database,
  { deal, entries }: { deal: Deal; entries: Entry[] },
): Promise<void> {
  await markRouted(db, deal, entries);
  await markArrivals(db, deal.dealId, entries);
  await letColleaguesIn(db, deal, entries);
  if (entries.some(({ event, outcome }) => event.type === 'endLink' && outcome === 'applied'))
    await forgetChoices(db, deal);
}

/** What a deal has in its timeline is done with, except for what it has refused: that may be another one's, or a person's. */
async function markRouted(db: Database, deal: Deal, entries: Entry[]): Promise<void> {
  const told = entries.filter(entry => entry.by.kind === 'aws' && entry.commandId);
  const idsOf = (these: Entry[]) => ({ _id: { $in: these.flatMap(entry => entry.commandId ?? []) } });
  const refused = told.filter(entry => isStillNews(deal, entry));
  const own = told.filter(entry => !refused.includes(entry));
  const { dealId } = deal;
  if (own.length > 0) await db.events.updateMany(idsOf(own), { $set: { state: 'routed', dealId } });
  if (refused.length > 0)
    await db.events.updateMany(
      { ...idsOf(refused), dealId: { $in: [null, dealId] } },
      {
        $set: { state: 'waiting' },
        $unset: { dealId: 1, handled: 1, sentTo: 1 },
        $addToSet: { refusedBy: dealId },
      },
    );
}

/** Refused, and not since it is long over. A notice of a change set is of use to nobody else. */
function isStillNews(deal: Deal, { event, refusal, at }: Entry): boolean {
  if (!refusal || (event.type !== 'agreementEvent' && event.type !== 'licenseEvent')) return false;
  return !isPast(deal, { notice: event, occurredAt: new Date(at) });
}

/** Registration and set-up session are the deal's by every arrival that it has applied, and by nothing else. */
async function markArrivals(db: Database, dealId: string, entries: Entry[]): Promise<void> {
  for (const { event, outcome } of entries) {
    if (event.type !== 'buyerArrived') continue;
    const registration = { _id: event.registrationId, dealId: { $in: [null, dealId] } };
    if (outcome === 'refused') {
      await db.registrations.updateOne(registration, {
        $unset: { sentTo: 1 },
        $addToSet: { refusedBy: dealId },
      });
      continue;
    }
    const marked = await db.registrations.updateOne(registration, {
      $set: { dealId },
      $unset: { sentTo: 1 },
    });
    if (marked.matchedCount > 0)
      await db.setupSessions.updateOne({ _id: event.setupSessionId }, { $set: { dealId } });
  }
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

/** Support has ended the link: whoever sets up chooses anew, unless a choice is on its way that the deal has not decided. */
async function forgetChoices(db: Database, { dealId }: Deal): Promise<void> {
  const sessions = await db.setupSessions.find({ dealId, chosen: { $exists: true } }, { chosen: 1 }).lean();
  for (const { _id, chosen } of sessions) {
    const commandId = chosen?.commandId;
    if (!commandId || !(await db.timeline.exists({ dealId, commandId }))) continue;
    await db.setupSessions.updateOne({ _id, 'chosen.commandId': commandId }, { $unset: { chosen: true } });
  }
}

/** What a turn that came to nothing had taken from those that wait, or refused, is there for the next one. */
export async function letWaitAgain(db: Database, lines: TimelineEntry[]): Promise<void> {
  for (const { dealId, entry, commandId } of lines) {
    const { event, by } = entry;
    const $pull = { refusedBy: dealId };
    if (by.kind === 'aws' && commandId)
      await db.events.updateOne({ _id: commandId }, { $set: { state: 'waiting' }, $pull });
    if (event.type !== 'buyerArrived') continue;
    const { registrationId, setupSessionId } = event;
    await db.registrations.updateOne({ _id: registrationId, dealId }, { $unset: { dealId: 1 } });
    await db.registrations.updateOne({ _id: registrationId }, { $pull });
    await db.setupSessions.updateOne({ _id: setupSessionId, dealId }, { $unset: { dealId: 1 } });
  }
}
