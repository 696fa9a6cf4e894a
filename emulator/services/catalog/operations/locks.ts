import type { Change, ChangeSet } from '../../../engine/change-set.ts';
import { type Marketplace, settings } from '../../../engine/marketplace.ts';
import { referenceOf } from '../../../offers/references.ts';
import { inUse, quotaExceeded } from '../errors.ts';

const isOpen = ({ status }: ChangeSet) => status === 'PREPARING' || status === 'APPLYING';

const offersOf = (changes: Change[]) => {
  const made = changes.filter(each => !each.entityId).length;
  const named = changes.flatMap(each =>
    each.entityId && !referenceOf(each.entityId) ? [each.entityId] : [],
  );
  return { made, named: [...new Set(named)] };
};

/** While a set runs, its entities are locked. @throws AwsError ResourceInUseException, ServiceQuotaExceededException */
export function checkLocks(market: Marketplace, changes: Change[]): void {
  const open = Object.values(market.state.changeSets).filter(isOpen);
  for (const id of offersOf(changes).named) {
    const holder = open.find(each => each.changes.some(change => change.entityId === id));
    if (holder)
      throw inUse(`Entity ${id} is locked by change set ${holder.id}. Try again when it has ended.`);
  }
  const count = (all: Change[]) => offersOf(all).made + offersOf(all).named.length;
  const busy = open.reduce((total, each) => total + count(each.changes), 0) + count(changes);
  const { concurrentOffers } = settings(market);
  if (busy > concurrentOffers) {
    throw quotaExceeded(`At most ${concurrentOffers} offers can be created or updated at the same time.`);
  }
}
