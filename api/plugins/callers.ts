import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Actor, type StaffRole, staffRoles } from '../../deal/people.ts';
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

/** The programs of API_TOKENS, `name:role:token` each. Throws when one is not written so. */
export function programsFrom(tokens: string): Program[] {
  return tokens
    .split(',')
    .map(each => each.trim())
    .filter(Boolean)
    .map(each => {
      const [name = '', role = '', ...token] = each.split(':');
      const secret = token.join(':');
      if (!name || !secret || !staffRoles.includes(role as StaffRole))
        throw new Error('API_TOKENS must be name:role:token, with role sales, approver or support');
      return { name, role: role as StaffRole, digest: digestOf(secret) };
    });
}

/**
 * Who calls the API: a signed-in staff member, or a program with a token. Throws the Problem notSignedIn.
 * Buyers have no business here, so a buyer's session does not count.
 */
export function callerFinder(deps: Deps): (request: FastifyRequest) => Promise<Actor> {
  const programs = programsFrom(deps.config.API_TOKENS);
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
