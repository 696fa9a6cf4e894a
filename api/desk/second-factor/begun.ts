import type { FastifyRequest } from 'fastify';
import { needsSecondFactor } from '../../../shared/second-factor/needs-one.ts';
import type { Deps } from '../../deps.ts';
import { noteSecurity } from '../../service/security/note.ts';
import type { Visit } from '../../visit.ts';
import { signIn } from '../session.ts';
import { findStaff, noteSignIn, type StaffMember, withLentRoles } from '../staff.ts';

declare module 'fastify' {
  interface Session {
    /** Whose password was right, while the second factor is waited for. It opens nothing. */
    halfway?: { staffId: string; passwordVersion: string; next: string; until: number };
  }
}

export const codeUrl = '/desk/sign-in/code';
export const setUpUrl = '/desk/sign-in/second-factor';
const patienceMs = 10 * 60_000;

/**
 * Lets somebody in whose password was right, or asks for his second factor first. Gives where he goes on to.
 */
export async function enterByPassword(
  deps: Deps,
  visit: Visit,
  { staff, next }: { staff: StaffMember; next: string },
): Promise<string> {
  const { roles } = await withLentRoles(deps.db, staff, deps.now());
  const isNeeded = staff.hasSecondFactor || needsSecondFactor(deps.config, { roles });
  if (!isNeeded) {
    await enter(deps, visit, staff);
    return next;
  }
  const { staffId, passwordVersion } = staff;
  const { session } = visit.request;
  await session.regenerate();
  visit.request.session.halfway = { staffId, passwordVersion, next, until: Date.now() + patienceMs };
  visit.reply.generateCsrf();
  return staff.hasSecondFactor ? codeUrl : setUpUrl;
}

/** Signs somebody in who has shown all that is asked for. */
export async function enter(deps: Deps, visit: Visit, staff: StaffMember): Promise<void> {
  await noteSecurity(deps, visit.request, { what: 'signedIn', door: 'desk', who: staff.email });
  await noteSignIn(deps.db, staff.staffId, deps.now());
  await signIn(visit, staff);
}

/** Who has given his password in this browser a moment ago, if it is his still, and where he goes on to. */
export async function halfwayIn(
  { db }: Pick<Deps, 'db'>,
  { session: { halfway } }: FastifyRequest,
): Promise<{ staff: StaffMember; next: string } | undefined> {
  if (!halfway || halfway.until <= Date.now()) return undefined;
  const staff = await findStaff(db, halfway.staffId);
  return staff?.passwordVersion === halfway.passwordVersion ? { staff, next: halfway.next } : undefined;
}
