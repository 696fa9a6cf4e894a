import { proxyActivities } from '@temporalio/workflow';
import type { MailActivities } from '../activities/mail.ts';

const { sendAccountMail } = proxyActivities<MailActivities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout: '10s',
  scheduleToCloseTimeout: '1d',
  retry: { initialInterval: '1s', maximumInterval: '5m' },
});

/** Sends one mail of the accounts, such as a verification. What it says is in the outbox; only its key travels here. */
export async function accountMail({ key }: { key: string }): Promise<void> {
  await sendAccountMail({ key });
}
