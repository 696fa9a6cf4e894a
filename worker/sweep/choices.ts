import type { ActivityDeps } from '../../activities/activities.ts';
import { choiceCommand, noteSent } from '../../shared/accounts/choice.ts';

const mostSent = 100;

/** Sends choices of buyers that were kept and got no further. Throws the Problem temporalUnavailable. */
export async function sendWaitingChoices({
  db,
  accounts,
  signal,
  now,
}: Pick<ActivityDeps, 'db' | 'accounts' | 'signal' | 'now'>): Promise<void> {
  const sessions = await db.setupSessions
    .find({ 'chosen.waits': true, dealId: { $exists: true } }, { chosen: 1, dealId: 1 })
    .limit(mostSent)
    .lean();
  for (const { _id: sessionId, chosen, dealId } of sessions) {
    const user = chosen && (await accounts.findUser(chosen.userId));
    if (!chosen || !user || !dealId) continue;
    await signal(dealId, choiceCommand(chosen, { user, at: now() }));
    await noteSent(db, { sessionId, commandId: chosen.commandId });
  }
}
