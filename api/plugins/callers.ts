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

/**
 * Who calls the API: a signed-in staff member, or a program with a token. Throws the Problem notSignedIn.
 * Buyers have no business here, so a buyer's session does not count.
 */
export function callerFinder(deps: Deps): (request: FastifyRequest) => Promise<Actor> {
  const programs = deps.config.API_TOKENS.map(({ token, ...program }) => ({
    ...program,
    digest: digestOf(token),
  }));
  return async request => {
    const program = programOf(request, programs);
    if (program)
      return { kind: 'staff', id: `api:${program.name}`, name: program.name, roles: [program.role] };
    const staff = await signedInStaff(deps, request);
    if (!staff) throw new Problem('notSignedIn');
    return actorOf(staff);
  };
}

function programOf(request: FastifyRequest, programs: Program[]): Program | undefined {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) return undefined;
  const digest = digestOf(token);
  return programs.find(program => timingSafeEqual(program.digest, digest));
}
