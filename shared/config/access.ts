import { deskRoles } from '../models/staff.ts';
import { programsFrom } from './api-tokens.ts';
import { oneOf, someOf } from './reading/readers.ts';
import { secret } from './reading/secrets.ts';
import type { Setting } from './reading/setting.ts';

/** Who is let in. */
export const access = {
  SESSION_SECRET: {
    means: 'signs cookies and links; 32 characters or more',
    default: 'development-session-secret-of-one-machine',
    read: secret({ shortest: 32 }),
  },
  API_TOKENS: {
    means:
      'programs that may use the API: `name:role:token`, separated by commas, each token of 16 characters or more',
    default: '',
    read: programsFrom,
  },
  APPROVE_FROM_MAIL: {
    means:
      '`yes`: the button of an approver’s mail opens a page on which he alone decides without signing in; `signIn`: it leads to the desk',
    default: 'yes',
    read: oneOf('yes', 'signIn'),
  },
  SECOND_FACTOR_ROLES: {
    means:
      'first value, until it is saved at the desk, of the roles whose people, when they come in by a password, need a code of an authenticator app too, separated by commas; empty: whoever wants one',
    default: '',
    read: someOf(...deskRoles),
  },
} satisfies Record<string, Setting>;
