import type { FastifyRequest } from 'fastify';
import type { DeskRole } from '../../../shared/models/staff.ts';
import { Problem } from '../../../shared/problems.ts';
import { staffOf } from '../session.ts';
import type { StaffMember } from '../staff.ts';

const roles: readonly DeskRole[] = ['sales', 'support'];

/** Who may say to which deal a purchase belongs. */
export const mayDecide = (staff: StaffMember) => staff.roles.some(role => roles.includes(role));

/** A preHandler, after `requireStaff`. Throws the Problem forbidden. */
export async function requireDecider(request: FastifyRequest): Promise<void> {
  if (!mayDecide(staffOf(request))) throw new Problem('forbidden');
}
