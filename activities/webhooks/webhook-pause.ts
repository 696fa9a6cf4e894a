import type { StaffRole } from '../../deal/people.ts';
import type { Staff } from '../../shared/models/staff.ts';
import type { WebhookEndpoint } from '../../shared/models/webhook-endpoint.ts';
import { withStandIns } from '../../shared/stand-ins.ts';
import { readEndpoint } from '../../shared/webhooks/endpoint.ts';
import { enqueue } from '../mail/mail-delivery.ts';
import type { WebhookDeps } from './webhook-deps.ts';

const told: StaffRole[] = ['sales', 'support'];

/** Puts a mail about the present pause into the outbox for everybody who can end it. Doing it again adds nothing. */
export async function announcePause({ db, config, now }: WebhookDeps): Promise<{ keys: string[] }> {
  const { pausedAt, pausedFor } = await readEndpoint(db);
  if (!pausedAt || !pausedFor) return { keys: [] };
  const those = await db.staff.find({ roles: { $in: told }, active: true }).lean();
  const staff = await withStandIns(db, those, now());
  const pause = { pausedAt, pausedFor };
  const mails = staff.map(member => mailTo(member, { pause, publicUrl: config.PUBLIC_URL }));
  await Promise.all(mails.map(mail => enqueue({ db, now }, mail)));
  await db.webhookEndpoints.updateOne({ pausedAt }, { $set: { announced: true } });
  return { keys: mails.map(mail => mail.key) };
}

function mailTo(
  { name, email, language, timeZone }: Staff,
  {
    pause,
    publicUrl,
  }: { pause: Required<Pick<WebhookEndpoint, 'pausedAt' | 'pausedFor'>>; publicUrl: string },
) {
  const pausedAt = pause.pausedAt.toISOString();
  return {
    key: `webhook-paused:${pausedAt}:${email}`,
    template: 'webhookPaused' as const,
    to: { name, email, language },
    props: {
      name,
      timeZone,
      pausedAt,
      pausedFor: pause.pausedFor,
      pageUrl: `${publicUrl}/desk/webhooks`,
    },
  };
}
