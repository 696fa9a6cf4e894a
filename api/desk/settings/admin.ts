import type { FastifyRequest } from 'fastify';
import type { DeskChange } from '../../../shared/models/desk/desk-change.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Deps } from '../../deps.ts';
import { requireStaff, staffOf } from '../session.ts';
import type { StaffMember } from '../staff.ts';

/** Who looks after people and settings. */
export const mayAdminister = ({ roles }: Pick<StaffMember, 'roles'>) => roles.includes('admin');

/** preHandlers that let admins pass. For everybody else who is signed in there is no such page. */
export const requireAdmin = (deps: Pick<Deps, 'db' | 'now'>) => [requireStaff(deps), refuseOthers];

async function refuseOthers(request: FastifyRequest): Promise<void> {
  if (!mayAdminister(staffOf(request))) throw new Problem('notFound');
}

/** How the changes name somebody. */
export const byOf = ({ email, name }: StaffMember): DeskChange['by'] => ({ id: email, name });
