import type { StuckReason } from '../../../deal/stuck.ts';
import type { Deps } from '../../deps.ts';
import { type ClockOrder, findTroubles, type TroublePage } from './find.ts';
import { groupOf, type StuckGroup, stuckGroups } from './groups.ts';

export type BoardGroup = StuckGroup & TroublePage;

interface Asked {
  /** All reasons without it. */
  reason?: StuckReason;
  sort: ClockOrder;
  /** With a reason. */
  cursor?: string;
  /** Deals of each reason. */
  limit: number;
}

/** Everything that is stuck, by its reason. Throws the Problem badRequest for a cursor that is none of this list. */
export async function readBoard(deps: Pick<Deps, 'db'>, asked: Asked): Promise<BoardGroup[]> {
  const { reason, sort, cursor, limit } = asked;
  const groups = reason ? await groupsOf(deps, reason, sort) : await stuckGroups(deps, sort);
  return Promise.all(
    groups.map(async group => ({
      ...group,
      ...(await findTroubles(deps, { reason: group.reason, sort, cursor, limit })),
    })),
  );
}

async function groupsOf(
  { db }: Pick<Deps, 'db'>,
  reason: StuckReason,
  sort: ClockOrder,
): Promise<StuckGroup[]> {
  const group = await groupOf(db, { reason, sort });
  return group ? [group] : [];
}
