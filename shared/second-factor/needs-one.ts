import type { Config } from '../config.ts';
import type { Staff } from '../models/staff.ts';

/** Whether somebody who comes in by a password needs a second factor, by what he may do. */
export const needsSecondFactor = (
  { secondFactor }: Pick<Config, 'secondFactor'>,
  { roles }: Pick<Staff, 'roles'>,
): boolean => roles.some(role => secondFactor.roles.includes(role));
