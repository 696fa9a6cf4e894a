import type { ActivityDeps } from '../../activities/activities.ts';
import { enqueue } from '../../activities/mail/mail-delivery.ts';
import type { StaffRole } from '../../deal/people.ts';
import type { MarketplaceEvent } from '../../shared/models/marketplace-event.ts';
import { withStandIns } from '../../shared/stand-ins.ts';

const told: StaffRole[] = ['sales', 'support'];

/** Tells staff that AWS pays nothing out: one mail each, which `startWaitingMails` has sent. Safe to repeat. */
export async function tellOfDisbursements({ db, now }: Pick<ActivityDeps, 'db' | 'now'>): Promise<void> {
  const untold = {
    detailType: 'Disbursement Paused',
    state: 'ignored',
    askedAt: { $exists: false },
  } as const;
  for (const event of await db.events.find(untold).lean()) {
    await enqueueMails({ db, now }, event);
    await db.events.updateOne({ _id: event._id }, { $set: { askedAt: new Date() } });
  }
}

async function enqueueMails(
  deps: Pick<ActivityDeps, 'db' | 'now'>,
  { _id, occurredAt }: MarketplaceEvent,
): Promise<void> {
  const those = await deps.db.staff.find({ roles: { $in: told }, active: true }).lean();
  const staff = await withStandIns(deps.db, those, deps.now());
  for (const { name, email, language, timeZone } of staff)
    await enqueue(deps, {
      key: `disbursement-paused:${_id}:${email}`,
      template: 'disbursementPaused',
      to: { name, email, language },
      props: { name, timeZone, at: occurredAt.toISOString() },
    });
}
