import { tryAsApi } from '../../../../shared/marketplace/permissions/of-api.ts';
import type { Deps } from '../../../deps.ts';
import { limitBy } from '../../../limits/limit-by.ts';

/**
 * Tries what AWS lets the api do, and asks the worker, whose role is another one, to try the same of its own; it looks every few
 * seconds. Throws the Problem tooManyForAddress.
 */
export function awsTrying(deps: Deps): (who: string) => Promise<void> {
  const limit = limitBy(deps, { name: 'aws-tries', most: 20, minutes: 10 });
  const { db, now } = deps;
  return async who => {
    await limit(who);
    const askedAt = new Date(now());
    await db.awsTries.updateOne({ _id: 'worker' }, { $set: { askedAt } }, { upsert: true });
    const actions = await tryAsApi(deps);
    const row = { askedAt, at: new Date(now()), actions };
    await db.awsTries.updateOne({ _id: 'api' }, { $set: row }, { upsert: true });
  };
}
