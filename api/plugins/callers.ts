import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor, StaffRole } from '../../deal/people.ts';
import { Problem } from '../../shared/problems.ts';
import type { Deps } from '../deps.ts';
import { signedInStaff } from '../desk/session.ts';
import { actorOf } from '../desk/staff.ts';

interface Program {
  name: string;
  role: StaffRole;
  digest: Buffer;
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();

const callers = new WeakMap<FastifyRequest, Actor>();

/**
 * An onRequest hook that lets signed-in staff and programs with a token pass, before anything of what they send is read.
 * Throws the Problems notSignedIn and otherSite. Buyers have no business here, so a buyer's session does not count.
 */
export function requireCaller(deps: Deps): (request: FastifyRequest) => Promise<void> {
  const programs = deps.config.API_TOKENS.map(({ token, ...program }) => ({
    ...program,
    digest: digestOf(token),
  }));
  return async request => {
    const program = programOf(request, programs);
    callers.set(request, program ? actorFrom(program) : await staffBehind(deps, request));
  };
}

/** Who calls, behind a request that has passed `requireCaller`. */
export function callerOf(request: FastifyRequest): Actor {
  const caller = callers.get(request);
  if (!caller) throw new Error(`${request.routeOptions.url} is not behind requireCaller`);
  return caller;
}

/** A hook, after `requireCaller`, that lets those of some roles pass. Throws the Problem forbidden. */
export const requireRole = (...roles: StaffRole[]) =>
  async function hasRole(request: FastifyRequest): Promise<void> {
    if (!callerOf(request).roles?.some(role => roles.includes(role))) throw new Problem('forbidden');
  };

const actorFrom = ({ name, role }: Program): Actor => ({
  kind: 'staff',
  id: `api:${name}`,
  name,
  roles: [role],
});

/** A browser sends its cookies along with what other sites make it send. */
async function staffBehind(deps: Deps, request: FastifyRequest): Promise<Actor> {
  const staff = await signedInStaff(deps, request);
  if (!staff) throw new Problem('notSignedIn');
  if (!isSameSite(request, new URL(deps.config.PUBLIC_URL).origin)) throw new Problem('otherSite');
  return actorOf(staff);
}

/** Every browser says where a post comes from; the older ones, without Sec-Fetch-Site, by Origin. */
function isSameSite({ method, headers }: FastifyRequest, origin: string): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  const from = headers['sec-fetch-site'];
  if (from !== undefined) return from === 'same-origin' || (reads && from === 'none');
  return headers.origin === undefined ? reads : headers.origin === origin;
}

function programOf(request: FastifyRequest, programs: Program[]): Program | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) return undefined;
  const digest = digestOf(token);
  return programs.find(program => timingSafeEqual(program.digest, digest));
}
