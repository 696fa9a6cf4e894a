import { canonicalEmail } from '../../deal/contract/email.ts';
import { counterOf } from '../../shared/limits.ts';
import type { Deps } from '../deps.ts';
import type { Visit } from '../visit.ts';
import { type Door, knownBrowser, rememberBrowser } from './known-browser.ts';
import { count, keyFor } from './limit-by.ts';

/** Called once the password was right: the tries before it are forgotten. */
export type Succeed = () => Promise<void>;

const seconds = 15 * 60;

/**
 * Limits guesses of passwords: for one account from one place, and for one account from everywhere. Whoever has signed in
 * with a browser before is counted apart there, so that a stranger who guesses does not lock the owner out.
 * The returned function throws the Problem tooManyForAddress, before any password is looked at.
 */
export function signInLimit(
  deps: Pick<Deps, 'db' | 'config'>,
  door: Door,
): (visit: Visit, email: string) => Promise<Succeed> {
  const counter = (name: string, most: number) => counterOf(deps, { name: `${door}-${name}`, most, seconds });
  const [byBrowser, byPlace, byAccount] = [
    counter('browser', 10),
    counter('place', 10),
    counter('account', 50),
  ];
  const { config } = deps;

  return async (visit, typed) => {
    const email = canonicalEmail(typed);
    const browser = knownBrowser(visit, { door, email, config });
    const place = keyFor(email, browser ?? visit.request.ip);
    const near = browser ? byBrowser : byPlace;
    await count(near, place);
    if (!browser) await count(byAccount, keyFor(email));
    return async () => {
      await near.delete(place);
      if (!browser) await byAccount.reward(keyFor(email));
      rememberBrowser(visit, { door, email, config });
    };
  };
}
