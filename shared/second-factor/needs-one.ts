import type { Config } from '../config.ts';
import type { Staff } from '../models/staff.ts';

/** Whether somebody who comes in by a password needs a second factor, by what he may do. */
export const needsSecondFactor = (
  { SECOND_FACTOR_ROLES }: Pick<Config, 'SECOND_FACTOR_ROLES'>,
  { roles }: Pick<Staff, 'roles'>,
): boolean => roles.some(role => SECOND_FACTOR_ROLES.includes(role));
