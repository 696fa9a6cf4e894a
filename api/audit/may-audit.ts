import { Problem } from '../../shared/problems.ts';

/** Admins, and the few who answer for what others agree; a program has no other role that comes near it. */
const auditors: readonly string[] = ['admin', 'approver'];

interface Asking {
  roles?: readonly string[];
}

/** Who may read what everybody has done: the one place that says so. */
export const mayAudit = ({ roles = [] }: Asking): boolean => roles.some(role => auditors.includes(role));

/** Throws the Problem forbidden. */
export function refuseOthers(asking: Asking): void {
  if (!mayAudit(asking)) throw new Problem('forbidden');
}
