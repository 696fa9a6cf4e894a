import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { CommandType } from '../../deal/commands.ts';
import { mayAsk } from '../../deal/decider.ts';
import { type Actor, type StaffRole, staffRoles } from '../../deal/people.ts';
import type { DeskRole } from '../../shared/models/staff.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import type { Reader } from '../desk/home/find-waiting.ts';
import { signedInStaff } from '../desk/session.ts';
import { findKey } from '../desk/settings/api-keys/api-keys.ts';
import { actorOf, type StaffMember } from '../desk/staff.ts';
import { tokenNotes } from '../service/security/note-token.ts';
import { refuseWrong } from './shared-secret.ts';

interface Program {
  name: string;
  /** None: it reads alone. */
  roles: DeskRole[];
}
type ProgramOfSettings = Program & { digest: Buffer };

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** Who calls: as deals know him, and with all of his roles. */
interface Caller {
  actor: Actor;
  /** Those whose part he does meanwhile. */
  standsInFor?: StaffMember['standsInFor'];
  roles: readonly DeskRole[];
}

const callers = new WeakMap<FastifyRequest, Caller>();

/**
 * An onRequest hook that lets signed-in staff pass, and programs with a token of the settings or a key made at the desk,
 * before anything of what they send is read. Who has no part in deals may read and change nothing. Throws the Problems
 * notSignedIn, tooManyRequests after too many wrong tokens from one address, otherSite and forbidden. Buyers have no
 * business here, so a buyer's session does not count.
 */
export function requireCaller(app: App, deps: Deps): (request: FastifyRequest) => Promise<void> {
  return callersWho(app, deps, ({ actor }, request) => reads(request) || actor.roles?.length !== 0);
}

/**
 * An onRequest hook that lets admins pass, signed in or by a key with that role, for what is looked after in the settings.
 * A token of the environment is never an admin's. Throws the Problems of `requireCaller`.
 */
export function requireAdminCaller(app: App, deps: Deps): (request: FastifyRequest) => Promise<void> {
  return callersWho(app, deps, ({ roles }) => roles.includes('admin'));
}

function callersWho(app: App, deps: Deps, mayPass: (caller: Caller, request: FastifyRequest) => boolean) {
  const programs = deps.config.API_TOKENS.map(({ token, name, role }) => ({
    name,
    roles: [role],
    digest: digestOf(token),
  }));
  const refuse = refuseWrong(app);
  const note = tokenNotes(deps);

  async function programWith(token: string, request: FastifyRequest): Promise<Caller> {
    const program = programOf(token, programs) ?? (await findKey(deps, token));
    note(request, program?.name);
    return program ? callerFrom(program) : refuse(request);
  }

  return async (request: FastifyRequest) => {
    const token = tokenIn(request);
    const caller = token ? await programWith(token, request) : await staffBehind(deps, request);
    if (!mayPass(caller, request)) throw new Problem('forbidden');
    callers.set(request, caller);
  };
}

/** Who calls, as deals know him, behind a request that has passed `requireCaller`. */
export const callerOf = (request: FastifyRequest): Actor => callerBehind(request).actor;

/** All of his roles, `admin` too, which no deal knows. */
export const rolesOfCaller = (request: FastifyRequest): readonly DeskRole[] => callerBehind(request).roles;

/** Who calls, as what waits for somebody is looked for. */
export function readerOf(request: FastifyRequest): Reader {
  const { actor, roles, standsInFor } = callerBehind(request);
  const { id: email, standsInFor: approvesFor } = actor;
  return {
    email,
    roles: [...roles],
    ...(standsInFor && { standsInFor }),
    ...(approvesFor && { approvesFor }),
  };
}

function callerBehind(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Error(`${request.routeOptions.url} is not behind requireCaller`);
  return caller;
}

/** A hook, after `requireCaller`, that lets those of some roles pass. Throws the Problem forbidden. */
export const requireRole = (...roles: StaffRole[]) =>
  async function hasRole(request: FastifyRequest): Promise<void> {
    if (!callerOf(request).roles?.some(role => roles.includes(role))) throw new Problem('forbidden');
  };

/** A hook, after `requireCaller`, that lets those pass whose role has a step. Throws the Problem forbidden. */
export const requireStep = (type: CommandType) =>
  async function hasStep(request: FastifyRequest): Promise<void> {
    if (!mayAsk(type, callerOf(request))) throw new Problem('forbidden');
  };

const callerFrom = ({ name, roles }: Program): Caller => ({
  actor: {
    kind: 'staff',
    id: `api:${name}`,
    name,
    roles: staffRoles.filter(role => roles.includes(role)),
  },
  roles,
});

/** A browser sends its cookies along with what other sites make it send. */
async function staffBehind(deps: Deps, request: FastifyRequest): Promise<Caller> {
  const staff = await signedInStaff(deps, request);
  if (!staff) throw new Problem('notSignedIn');
  if (!isSameSite(request, new URL(deps.config.PUBLIC_URL).origin)) throw new Problem('otherSite');
  return { actor: actorOf(staff), roles: staff.roles, standsInFor: staff.standsInFor };
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
