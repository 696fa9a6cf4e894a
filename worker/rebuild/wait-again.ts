import type { Database } from '../../shared/models/database.ts';

/**
 * What deals were told and have not written down may be lost with Temporal: it is told to them again by whoever does so
 * with what has just come (worker/sweep/). A deal decides nothing twice.
 */
export async function letUndecidedWait(db: Database): Promise<void> {
  await db.events.updateMany({ state: 'waiting', dealId: { $exists: true } }, { $unset: { dealId: 1 } });
  await db.registrations.updateMany({ sentTo: { $exists: true } }, { $unset: { sentTo: 1 } });
  const sent = { chosen: { $exists: true }, 'chosen.waits': { $exists: false }, dealId: { $exists: true } };
  for await (const { _id, dealId, chosen } of db.setupSessions.find(sent).lean().cursor()) {
    const commandId = chosen?.commandId;
    if (await db.timeline.exists({ dealId, commandId })) continue;
    await db.setupSessions.updateOne(
      { _id, 'chosen.commandId': commandId },
      { $set: { 'chosen.waits': true } },
    );
  }
}
