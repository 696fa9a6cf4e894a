import type { ClientSession } from 'mongoose';
import { canonicalEmail, isEmail } from '../../../../deal/contract/email.ts';
import { isTimeZone } from '../../../../deal/contract/person-limits.ts';
import type { Staff } from '../../../../shared/models/staff.ts';
import type { Deps } from '../../../deps.ts';
import { type Done, differing, type NotChanged, recordChange } from '../../settings/changes/record-change.ts';
import { isLastAdmin } from '../../settings/people/change-people.ts';
import { memberFrom, type StaffMember } from '../../staff.ts';
import type { Identity } from './provider.ts';

/** Why somebody whom the provider knows does not come in. */
export type NotOurs = 'stranger' | 'noRole';

type Needs = Pick<Deps, 'db' | 'now' | 'config'>;
type Found = (Staff & { _id: unknown }) | null;

/**
 * Who of the staff an identity is: the one who came with it before, or has its address and came with none. Where the groups
 * tell the roles, whoever has one works here, and has the roles that he has there. Each change is recorded.
 */
export async function personOf(
  needs: Needs,
  identity: Identity,
): Promise<StaffMember | { refused: NotOurs }> {
  const { db, config, now } = needs;
  const email = canonicalEmail(identity.email);
  const roles = rolesIn(config, identity);
  if (roles?.length === 0) return { refused: 'noRole' };
  const by = { id: email || identity.id, name: identity.name || email };
  const refused = await recordChange<NotOurs>(db, { by, at: now() }, session =>
    bind(needs, { identity, email, roles, session }),
  );
  if (refused) return refused;
  const staff = await db.staff.findOne({ identity: identity.id, active: true }).lean();
  return staff ? memberFrom(staff) : { refused: 'stranger' };
}

interface Binding {
  identity: Identity;
  email: string;
  /** Absent where roles are looked after at the desk. */
  roles: Staff['roles'] | undefined;
  session: ClientSession;
}

async function bind({ db }: Needs, binding: Binding): Promise<Done | NotChanged<NotOurs>> {
  const { identity, email, roles, session } = binding;
  const known: Found = await db.staff.findOne({ identity: identity.id }).session(session).lean();
  if (known) return roles ? withRoles(db, known, { roles, session }) : undefined;
  if (!isEmail(email) || !identity.isVerified) return { refused: 'stranger' };
  const found: Found = await db.staff.findOne({ email }).session(session).lean();
  if (!found) return roles ? add(db, { ...binding, roles }) : { refused: 'stranger' };
  // An address may be given to another person; who has left comes back through an admin alone.
  if (found.identity || !(found.active || found.invitedAt)) return { refused: 'stranger' };
  const kept = { identity: identity.id, active: true, ...(roles && { roles }) };
  await db.staff.updateOne({ email }, { $set: kept, $unset: { invitedAt: 1 } }, { session });
  return { what: 'staffBound', about: email, ...(roles && differing({ roles: found.roles }, { roles })) };
}

async function withRoles(
  db: Deps['db'],
  known: Staff & { _id: unknown },
  { roles, session }: Pick<Binding, 'session'> & { roles: Staff['roles'] },
): Promise<Done> {
  const changed = differing({ roles: known.roles.toSorted() }, { roles: roles.toSorted() });
  if (!changed || !known.active) return undefined;
  // Somebody stays who can let people in.
  const isNeeded = !roles.includes('admin') && (await isLastAdmin(db, known, session));
  if (isNeeded) return undefined;
  await db.staff.updateOne({ email: known.email }, { $set: { roles } }, { session });
  return { what: 'staffChanged', about: known.email, ...changed };
}

async function add(
  db: Deps['db'],
  { identity, email, roles, session }: Binding & { roles: Staff['roles'] },
): Promise<Done> {
  const { language, timeZone } = identity;
  const person: Staff = {
    email,
    name: identity.name || email,
    roles,
    language: /^ja\b/i.test(language) ? 'ja' : 'en',
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    identity: identity.id,
    active: true,
  };
  await db.staff.create([person], { session });
  return { what: 'staffAdded', about: email, before: {}, after: { name: person.name, roles } };
}

/** Of the groups that have one, each once. Nothing where groups tell no roles. */
function rolesIn({ OIDC_ROLES }: Needs['config'], { groups }: Identity): Staff['roles'] | undefined {
  if (OIDC_ROLES.length === 0) return undefined;
  return [...new Set(OIDC_ROLES.filter(({ group }) => groups.includes(group)).map(({ role }) => role))];
}
