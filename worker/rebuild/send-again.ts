import type { Client } from '@temporalio/client';
import { startChat } from '../../activities/webhooks/chat.ts';
import type { Config } from '../../shared/config.ts';
import { startAccountMail } from '../../shared/mail/account-mail.ts';
import type { Database } from '../../shared/models/database.ts';
import { letOutHeld } from '../../shared/webhooks/deliver.ts';

interface Needs {
  temporal: Client;
  db: Database;
  config: Config;
}

/** What goes out beside the deals, and was under way. What is still under way goes out once all the same. */
export async function sendAgain(needs: Needs): Promise<void> {
  const { db, config } = needs;
  const underWay = { state: { $in: ['queued', 'sending'] } } as const;
  const mails = db.outbox.find({ ...underWay, dealId: { $exists: false } });
  for await (const mail of mails.lean().cursor()) await startAccountMail(needs, mail);
  const posts = db.outbox.find({ ...underWay, channel: 'chat' });
  for await (const { key } of posts.lean().cursor()) await startChat(needs, key);
  if (!config.TIMELINE_WEBHOOK_URL) return;
  await db.webhookDeliveries.updateMany({ state: 'waiting' }, { $set: { state: 'held' } });
  await letOutHeld(needs, { commandId: `restored-${Date.now()}` });
}
