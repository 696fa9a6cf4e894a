import type { ChangeSet } from '../../../engine/change-set.ts';
import { type Marketplace, secondOf } from '../../../engine/marketplace.ts';
import { publishChangeSetEnded } from '../../../events/catalog.ts';
import { inUse, notFound } from '../errors.ts';
import type { ChangeSetRequest } from '../shapes.ts';
import { changeSetAnswer, changeSetView } from '../views.ts';

function find(market: Marketplace, id: string): ChangeSet {
  const changeSet = market.state.changeSets[id];
  if (!changeSet) throw notFound(`Change set ${id} not found.`);
  return changeSet;
}

/** @throws AwsError ResourceNotFoundException */
export const describeChangeSet = (market: Marketplace, { changeSetId }: ChangeSetRequest) =>
  changeSetView(market, find(market, changeSetId));

/** Only while PREPARING. */
export function cancelChangeSet(market: Marketplace, { changeSetId }: ChangeSetRequest) {
  const changeSet = find(market, changeSetId);
  if (changeSet.status !== 'PREPARING') {
    throw inUse(`Change set ${changeSetId} is ${changeSet.status} and can no longer be cancelled.`);
  }
  Object.assign(changeSet, { status: 'CANCELLED', endTime: secondOf(market) });
  publishChangeSetEnded(market, changeSet);
  return changeSetAnswer(market, changeSet);
}
