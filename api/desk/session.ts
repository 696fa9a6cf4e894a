import type {} from '@fastify/csrf-protection';
import type {} from '@fastify/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../deps.ts';
import { findStaff, type StaffMember, withLentRoles } from './staff.ts';

declare module 'fastify' {
  interface Session {
    /** Who is signed in at the desk. */
    staffId?: string;
    /** Of his password, as it was when he signed in. */
    staffPasswordVersion?: string;
  }
}

/** What a browser's new session keeps of the former one, so that the sign-in at the desk stays. */
export const deskSignIn = ['staffId', 'staffPasswordVersion'];

const signedIn = new WeakMap<FastifyRequest, StaffMember>();

const lookedUp = new WeakMap<FastifyRequest, Promise<StaffMember | undefined>>();

/** The staff member behind a request, who is looked up once. Who has left, or has a new password since he signed in, is out at once. */
export function signedInStaff(
  deps: Pick<Deps, 'db' | 'now'>,
  request: FastifyRequest,
): Promise<StaffMember | undefined> {
  const found = lookedUp.get(request) ?? staffBehind(deps, request);
  lookedUp.set(request, found);
  return found;
}

async function staffBehind(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { session: { staffId, staffPasswordVersion } }: FastifyRequest,
): Promise<StaffMember | undefined> {
  const staff = staffId ? await findStaff(db, staffId) : undefined;
  return staff && staff.passwordVersion === staffPasswordVersion
    ? withLentRoles(db, staff, now())
    : undefined;
}

/** For a request that stays open: whether its sign-in has been ended, or its person has left, since it began. */
export async function isStillSignedIn(
  deps: Pick<Deps, 'db' | 'now'>,
  request: FastifyRequest,
): Promise<boolean> {
  const now = new Date();
  const kept = { _id: request.session.sessionId, expiresAt: { $gt: now }, endsAt: { $gt: now } };
  const [isKept, staff] = await Promise.all([deps.db.webSessions.exists(kept), staffBehind(deps, request)]);
  return isKept !== null && staff !== undefined;
}

/** A preHandler that lets staff pass and sends everybody else to sign in. */
export function requireStaff(deps: Pick<Deps, 'db' | 'now'>) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const staff = await signedInStaff(deps, request);
    if (!staff) return reply.redirect(signInUrl(request), 303);
    signedIn.set(request, staff);
  };
}

/** The person behind a request that has passed `requireStaff`. */
export function staffOf(request: FastifyRequest): StaffMember {
  const staff = signedIn.get(request);
  if (!staff) throw new Error(`${request.routeOptions.url} is not behind requireStaff`);
  return staff;
}

/**
 * A new session for the person, so that an id from before the sign-in is worth nothing. The secret of its forms is made
 * here, or two pages that are opened at once would each make one.
 */
export async function signIn(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  staff: StaffMember,
): Promise<void> {
  await request.session.regenerate();
  request.session.staffId = staff.staffId;
  request.session.staffPasswordVersion = staff.passwordVersion;
  reply.generateCsrf();
}

/** Only a GET can be come back to after the sign-in. */
function signInUrl({ method, url }: FastifyRequest): string {
  return method === 'GET' ? `/desk/sign-in?${new URLSearchParams({ next: url })}` : '/desk/sign-in';
}

/** `next` when it is a path of the desk, the list of deals otherwise: nobody is sent to another site. */
export function afterSignIn(next: unknown): string {
  const isDesk = typeof next === 'string' && /^\/desk(?:[/?](?!\/)[^\\\s]*)?$/.test(next);
  return isDesk && !next.startsWith('/desk/sign-') ? next : '/desk';
}
