import type { Deal } from '../../deal/deal.ts';
import type { MailDeps } from './mail-delivery.ts';

const aWhileMs = 30 * 60_000;

/** True when somebody has had a page of the deal's set-up open in the last 30 minutes of business time. */
export async function isAtWork({ db, now }: MailDeps, { dealId }: Deal): Promise<boolean> {
  const since = new Date(Date.parse(now()) - aWhileMs);
  return (await db.setupSessions.exists({ dealId, workedAt: { $gt: since } })) !== null;
}
