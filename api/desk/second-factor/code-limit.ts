import type { Deps } from '../../deps.ts';
import { limitBy } from '../../limits/limit-by.ts';
import type { Visit } from '../../visit.ts';

/**
 * Limits guesses of codes for one person from everywhere, and from one place for everybody. At ten in a quarter of an hour,
 * of which three codes would fit, a stranger with the password would guess for about a year. Throws the Problem
 * tooManyForAddress, before any code is looked at.
 */
export function codeLimit(
  deps: Pick<Deps, 'db'>,
): (visit: Pick<Visit, 'request'>, email: string) => Promise<void> {
  const byAccount = limitBy(deps, { name: 'desk-code-account', most: 10, minutes: 15 });
  const byPlace = limitBy(deps, { name: 'desk-code-place', most: 30, minutes: 15 });
  return async ({ request }, email) => {
    await byPlace(request.ip);
    await byAccount(email);
  };
}
