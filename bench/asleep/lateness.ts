import type { Database } from '../../shared/models/database.ts';

/** Milliseconds after its moment at which the reminder of each deal was mailed; of those that were. */
export async function latenessOf({ timeline, outbox }: Database): Promise<{ due: number; late: number }[]> {
  const passed = await timeline
    .find({ 'entry.event.type': 'deadlinePassed', 'entry.event.deadline.kind': 'negotiationIdle' })
    .select({ dealId: 1, 'entry.event.deadline.at': 1 })
    .lean<{ dealId: string; entry: { event: { deadline: { at: string } } } }[]>();
  const due = new Map(passed.map(({ dealId, entry }) => [dealId, Date.parse(entry.event.deadline.at)]));
  const sent = await outbox
    .find({ template: 'negotiationIdle', state: 'sent' })
    .select({ dealId: 1, sentAt: 1 })
    .lean<{ dealId: string; sentAt: Date }[]>();
  return sent.flatMap(({ dealId, sentAt }) => {
    const at = due.get(dealId);
    return at === undefined ? [] : [{ due: at, late: sentAt.getTime() - at }];
  });
}
