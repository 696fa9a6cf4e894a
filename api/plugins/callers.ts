import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor, StaffRole } from '../../deal/people.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { signedInStaff } from '../desk/session.ts';
import { findKey } from '../desk/settings/api-keys/api-keys.ts';
import { actorOf } from '../desk/staff.ts';
import { tokenNotes } from '../service/security/note-token.ts';
import { refuseWrong } from './shared-secret.ts';

interface Program {
  name: string;
  /** None: it reads alone. */
  roles: StaffRole[];
}
type ProgramOfSettings = Program & { digest: Buffer };

const digestOf = (text: string) => createHash('sha256').update(text).digest();

const callers = new WeakMap<FastifyRequest, Actor>();

/**
 * An onRequest hook that lets signed-in staff pass, and programs with a token of the settings or a key made at the desk,
 * before anything of what they send is read. Who has no part in deals may read and change nothing. Throws the Problems
 * notSignedIn, tooManyRequests after too many wrong tokens from one address, otherSite and forbidden. Buyers have no
 * business here, so a buyer's session does not count.
 */
export function requireCaller(app: App, deps: Deps): (request: FastifyRequest) => Promise<void> {
  const programs = deps.config.API_TOKENS.map(({ token, name, role }) => ({
    name,
    roles: [role],
    digest: digestOf(token),
  }));
  const refuse = refuseWrong(app);
  const note = tokenNotes(deps);

  async function programWith(token: string, request: FastifyRequest): Promise<Actor> {
    const program = programOf(token, programs) ?? (await findKey(deps, token));
    note(request, program?.name);
    return program ? actorFrom(program) : refuse(request);
  }

  return async request => {
    const token = tokenIn(request);
    const caller = token ? await programWith(token, request) : await staffBehind(deps, request);
    if (!reads(request) && caller.roles?.length === 0) throw new Problem('forbidden');
    callers.set(request, caller);
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

const actorFrom = ({ name, roles }: Program): Actor => ({
  kind: 'staff',
  id: `api:${name}`,
  name,
  roles,
});

/** A browser sends its cookies along with what other sites make it send. */
async function staffBehind(deps: Deps, request: FastifyRequest): Promise<Actor> {
  const staff = await signedInStaff(deps, request);
  if (!staff) throw new Problem('notSignedIn');
  if (!isSameSite(request, new URL(deps.config.PUBLIC_URL).origin)) throw new Problem('otherSite');
  return actorOf(staff);
}

/** Every browser says where a post comes from; the older ones, without Sec-Fetch-Site, by Origin. */
function isSameSite(request: FastifyRequest, origin: string): boolean {
  const { headers } = request;
  const from = headers['sec-fetch-site'];
  if (from !== undefined) return from === 'same-origin' || (reads(request) && from === 'none');
  return headers.origin === undefined ? reads(request) : headers.origin === origin;
}

const reads = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD';

/** Nothing for a request without a token. */
function tokenIn({ headers }: FastifyRequest): string | undefined {
  const [scheme, token] = (headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

function programOf(token: string, programs: ProgramOfSettings[]): Program | undefined {
  const digest = digestOf(token);
  return programs.find(program => timingSafeEqual(program.digest, digest));
}
