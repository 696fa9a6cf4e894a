import type { Deps } from '../../deps.ts';
import type { StaffMember } from '../staff.ts';

type Database = Pick<Deps['db'], 'presences'>;

/** Somebody whose process died is gone after this. */
const goodForMs = 40_000;

interface Present {
  streamId: string;
  dealId: string;
  staff: Pick<StaffMember, 'staffId' | 'name'>;
}

/** Notes that somebody looks at a deal, for a while. */
export async function notePresence(
  { presences }: Database,
  { streamId, dealId, staff }: Present,
): Promise<void> {
  const { staffId, name } = staff;
  const until = new Date(Date.now() + goodForMs);
  await presences.replaceOne({ _id: streamId }, { dealId, staffId, name, until }, { upsert: true });
}

export async function endPresence({ presences }: Database, streamId: string): Promise<void> {
  await presences.deleteOne({ _id: streamId });
}

/** The names of everybody else who looks at a deal now. */
export async function othersAt(
  { presences }: Database,
  { dealId, staffId }: { dealId: string; staffId: string },
): Promise<string[]> {
  const found = await presences
    .find({ dealId, staffId: { $ne: staffId }, until: { $gt: new Date() } })
    .lean();
  return [...new Set(found.map(({ name }) => name))].toSorted();
}
