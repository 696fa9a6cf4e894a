import type { Config } from '../config.ts';
import type { Staff } from '../models/staff.ts';
import { needsSecondFactor } from '../second-factor/needs-one.ts';

/**
 * Whether an approver decides at the desk alone. Whoever comes in by more than a password has said that a mailbox is not
 * enough, and so does a role that needs more.
 */
export const mustSignIn = (
  config: Pick<Config, 'APPROVE_FROM_MAIL' | 'secondFactor'>,
  { roles, secondFactor }: Pick<Staff, 'roles' | 'secondFactor'>,
): boolean =>
  config.APPROVE_FROM_MAIL === 'signIn' ||
  secondFactor !== undefined ||
  needsSecondFactor(config, { roles: [...roles, 'approver'] });
