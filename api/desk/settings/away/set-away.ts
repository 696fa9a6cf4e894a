import type { ChangedFields } from '../../../../shared/models/desk/desk-change.ts';
import type { Away } from '../../../../shared/models/staff.ts';
import { isAway } from '../../../../shared/stand-ins.ts';
import type { Deps } from '../../../deps.ts';
import type { Asking } from '../changes/asking.ts';
import { changeOne } from '../people/change-people.ts';
import type { Person } from '../people/people.ts';

/**
 * Somebody is away and a colleague does his part meanwhile, or nothing: he is back. The stand-in works here and is there
 * himself, and nobody makes himself the stand-in of another, which would give him that person's roles.
 */
export function setAway(
  deps: Pick<Deps, 'db' | 'now'>,
  staffId: string,
  { away, ...asking }: Asking & { away?: Away },
) {
  const { db, now } = deps;
  return changeOne(deps, { staffId, ...asking }, async (person, session) => {
    if (!away && !person.away) return undefined;
    if (away) {
      if (away.standIn === asking.by.id && person.email !== asking.by.id) return { refused: 'ownStandIn' };
      const standIn = await db.staff.findOne({ email: away.standIn, active: true }).session(session).lean();
      if (!standIn || standIn.email === person.email || isAway(standIn, now()))
        return { refused: 'unknownStandIn' };
    }
    const update = away ? { $set: { away } } : { $unset: { away: 1 } };
    await db.staff.updateOne({ email: person.email }, update, { session });
    const [before, after] = [factsOf(person.away), factsOf(away)];
    return { what: away ? 'staffAway' : 'staffBack', about: person.email, before, after };
  });
}

const factsOf = (away: Person['away']): ChangedFields =>
  away ? { awayUntil: away.until.toISOString(), standIn: away.standIn } : {};
