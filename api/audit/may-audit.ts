import type { Actor, StaffRole } from '../../deal/people.ts';
import { Problem } from '../../shared/problems.ts';

/** The few who answer for what others do. */
const auditors: readonly StaffRole[] = ['approver'];

/** Who may read what everybody has done: the one place that says so. */
export const mayAudit = ({ roles = [] }: Pick<Actor, 'roles'>): boolean =>
  roles.some(role => auditors.includes(role));

/** Throws the Problem forbidden. */
export function refuseOthers(actor: Pick<Actor, 'roles'>): void {
  if (!mayAudit(actor)) throw new Problem('forbidden');
}
