import type { Change, ChangeSet } from '../../engine/change-set.ts';
import { catalogArn } from '../../engine/ids.ts';
import type { Marketplace } from '../../engine/marketplace.ts';
import { referenceOf } from '../../offers/references.ts';

export const changeSetAnswer = (market: Marketplace, { id }: ChangeSet) => ({
  ChangeSetId: id,
  ChangeSetArn: catalogArn({ account: market.state.sellerAccountId, kind: 'ChangeSet', id }),
});

/** An entity is given with its revision once it is made. */
function identifier(market: Marketplace, { entityId }: Change): string | undefined {
  const offer = entityId && market.state.offers[entityId];
  return offer ? `${offer.id}@${offer.revision}` : entityId;
}

const changeSummary = (market: Marketplace, change: Change) => ({
  ChangeType: change.changeType,
  ChangeName: change.changeName,
  Entity: { Type: change.entityType, Identifier: identifier(market, change) },
  Details: JSON.stringify(change.details),
  DetailsDocument: change.details,
  ErrorDetailList: change.errors.map(({ code, message }) => ({ ErrorCode: code, ErrorMessage: message })),
});

export const changeSetSummary = (market: Marketplace, changeSet: ChangeSet) => ({
  ...changeSetAnswer(market, changeSet),
  ChangeSetName: changeSet.name,
  StartTime: changeSet.startTime,
  EndTime: changeSet.endTime,
  Status: changeSet.status,
  FailureCode: changeSet.failureCode,
});

/** A change set as DescribeChangeSet gives it. */
export const changeSetView = (market: Marketplace, changeSet: ChangeSet) => ({
  ...changeSetSummary(market, changeSet),
  Intent: 'APPLY',
  FailureDescription: changeSet.failureDescription,
  ChangeSet: changeSet.changes.map(change => changeSummary(market, change)),
});

/** Entities that the set names, not those that it refers to by a change. */
export const entityIds = ({ changes }: ChangeSet) => [
  ...new Set(changes.flatMap(({ entityId }) => (entityId && !referenceOf(entityId) ? [entityId] : []))),
];
