import type { Database } from './models/database.ts';
import type { Staff } from './models/staff.ts';

type Kept = Staff & { _id: unknown };

/** True while somebody is away and a colleague does his part; `now` is ISO business time. */
export const isAway = ({ away }: Pick<Staff, 'away'>, now: string): boolean =>
  away !== undefined && away.until.getTime() > Date.parse(now);

/** Those who are away now, and whose part this person does meanwhile. */
export function standingFor(db: Pick<Database, 'staff'>, email: string, now: string): Promise<Kept[]> {
  const away = { 'away.standIn': email, 'away.until': { $gt: new Date(now) }, active: true };
  return db.staff.find(away).sort({ email: 1 }).lean<Kept[]>();
}

/** These people, and whoever stands in for those of them who are away; each once. */
export async function withStandIns<Person extends Staff>(
  db: Pick<Database, 'staff'>,
  people: Person[],
  now: string,
): Promise<(Person | Kept)[]> {
  const wanted = people.flatMap(person => (person.away && isAway(person, now) ? [person.away.standIn] : []));
  const missing = wanted.filter(email => !people.some(person => person.email === email));
  if (missing.length === 0) return people;
  const standIns = await db.staff
    .find({ email: { $in: missing }, active: true })
    .sort({ email: 1 })
    .lean<Kept[]>();
  return [...people, ...standIns];
}
