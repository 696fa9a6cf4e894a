import type {} from '@fastify/rate-limit';
import type { Deps } from '../deps.ts';
import { limitBy } from '../limits/limit-by.ts';

/**
 * How often one address is written to because somebody asked for it, from wherever that comes: nobody's mailbox is
 * filled by a stranger. Throws the Problem tooManyForAddress.
 */
export const mailLimit = (deps: Pick<Deps, 'db'>, form: 'sign-up' | 'check-mail' | 'forgotten') =>
  limitBy(deps, { name: `mails-${form}`, most: 5, minutes: 15 });

/** For each connection, on every form where somebody proves who he is or has a mail sent. */
export const perConnection = { rateLimit: { max: 30, timeWindow: '1 minute' } };
