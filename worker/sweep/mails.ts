import type { ActivityDeps } from '../../activities/activities.ts';
import { startAccountMail } from '../../shared/mail/account-mail.ts';

const mostStarted = 100;

/** Has mails sent that are about no deal, were kept and got no further. Throws the Problem temporalUnavailable. */
export async function startWaitingMails(
  deps: Pick<ActivityDeps, 'db' | 'temporal' | 'config'>,
): Promise<void> {
  const untouched = { state: 'queued' as const, attempts: 0, dealId: { $exists: false } };
  const mails = await deps.db.outbox
    .find(untouched, { key: 1, template: 1, sample: 1 })
    .sort({ createdAt: -1 })
    .limit(mostStarted)
    .lean();
  for (const mail of mails) await startAccountMail(deps, mail);
}
