import { proxyActivities, sleep } from '@temporalio/workflow';
import type { MailActivities } from '../activities/mail/mail.ts';
import type { VerificationActivities } from '../activities/mail/verification.ts';
import type { AccountMailInput } from '../deal/contract/messages.ts';
import { businessTime, realDelay } from '../shared/clock.ts';

const { sendAccountMail, remindOfVerification } = proxyActivities<MailActivities & VerificationActivities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '10s',
  scheduleToCloseTimeout: '1d',
  retry: { initialInterval: '1s', maximumInterval: '5m' },
});

const hour = 3_600_000;

/**
 * Sends one mail of the accounts, such as a verification, and reminds of it while that is of use. What the mails say is
 * in the outbox; only the key travels here.
 */
export async function accountMail({ key, reminders }: AccountMailInput): Promise<void> {
  await sendAccountMail({ key });
  if (!reminders) return;
  const { clock, hours } = reminders;
  const sentAt = Date.parse(businessTime(clock, Date.now()));
  for (const [index, after] of hours.entries()) {
    const until = new Date(sentAt + after * hour).toISOString();
    await sleep(realDelay(clock, { until, now: Date.now() }), { summary: 'until the next reminder' });
    const { over } = await remindOfVerification({ key, number: index + 1 });
    if (over) return;
  }
}
