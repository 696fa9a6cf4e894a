import Type, { type Static } from 'typebox';
import { type Marketplace, timestamp } from '../../../engine/marketplace.ts';
import { publishChangeSetEnded } from '../../../events/catalog.ts';
import type { Change, ChangeSet } from '../../../offers/change-set.ts';
import { referenceOf } from '../../../offers/references.ts';
import { pageOf } from '../../../wire/paging.ts';
import { inUse, notFound, validationError } from '../errors.ts';
import { changeSetAnswer } from './start-change-set.ts';

export const ChangeSetRequest = Type.Object({
  catalog: Type.Literal('AWSMarketplace'),
  changeSetId: Type.String({ minLength: 1, maxLength: 255, pattern: '^[\\w\\-]+$' }),
});
type ChangeSetRequest = Static<typeof ChangeSetRequest>;

function find(market: Marketplace, id: string): ChangeSet {
  const changeSet = market.state.changeSets[id];
  if (!changeSet) throw notFound(`Change set ${id} not found.`);
  return changeSet;
}

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

const summary = (market: Marketplace, changeSet: ChangeSet) => ({
  ...changeSetAnswer(market, changeSet),
  ChangeSetName: changeSet.name,
  StartTime: changeSet.startTime,
  EndTime: changeSet.endTime,
  Status: changeSet.status,
  FailureCode: changeSet.failureCode,
});

/** @throws AwsError ResourceNotFoundException */
export function describeChangeSet(market: Marketplace, { changeSetId }: ChangeSetRequest) {
  const changeSet = find(market, changeSetId);
  return {
    ...summary(market, changeSet),
    Intent: 'APPLY',
    FailureDescription: changeSet.failureDescription,
    ChangeSet: changeSet.changes.map(change => changeSummary(market, change)),
  };
}

/** Only while PREPARING. */
export function cancelChangeSet(market: Marketplace, { changeSetId }: ChangeSetRequest) {
  const changeSet = find(market, changeSetId);
  if (changeSet.status !== 'PREPARING') {
    throw inUse(`Change set ${changeSetId} is ${changeSet.status} and can no longer be cancelled.`);
  }
  Object.assign(changeSet, { status: 'CANCELLED', endTime: timestamp(market) });
  publishChangeSetEnded(market, changeSet);
  return changeSetAnswer(market, changeSet);
}

export const ListChangeSetsRequest = Type.Object({
  Catalog: Type.Literal('AWSMarketplace'),
  FilterList: Type.Optional(
    Type.Array(
      Type.Object({
        Name: Type.String({ minLength: 1, maxLength: 255 }),
        ValueList: Type.Array(Type.String(), { minItems: 1, maxItems: 10 }),
      }),
      { minItems: 1, maxItems: 8 },
    ),
  ),
  Sort: Type.Optional(
    Type.Object({
      SortBy: Type.Optional(Type.Enum(['StartTime', 'EndTime'])),
      SortOrder: Type.Optional(Type.Enum(['ASCENDING', 'DESCENDING'])),
    }),
  ),
  MaxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  NextToken: Type.Optional(Type.String({ minLength: 1, maxLength: 2048 })),
});
type ListChangeSetsRequest = Static<typeof ListChangeSetsRequest>;

const entityIds = ({ changes }: ChangeSet) => [
  ...new Set(changes.flatMap(({ entityId }) => (entityId && !referenceOf(entityId) ? [entityId] : []))),
];

type Filter = (changeSet: ChangeSet, values: string[]) => boolean;

const filters: Record<string, Filter> = {
  ChangeSetName: (changeSet, values) => values.includes(changeSet.name ?? ''),
  Status: (changeSet, values) => values.includes(changeSet.status),
  EntityId: (changeSet, values) => entityIds(changeSet).some(id => values.includes(id)),
  BeforeStartTime: (changeSet, values) => changeSet.startTime < (values[0] ?? ''),
  AfterStartTime: (changeSet, values) => changeSet.startTime > (values[0] ?? ''),
  BeforeEndTime: (changeSet, values) => Boolean(changeSet.endTime && changeSet.endTime < (values[0] ?? '')),
  AfterEndTime: (changeSet, values) => Boolean(changeSet.endTime && changeSet.endTime > (values[0] ?? '')),
};

/** Newest first. @throws AwsError ValidationException */
export function listChangeSets(market: Marketplace, request: ListChangeSetsRequest) {
  const { FilterList = [], Sort, MaxResults = 20, NextToken } = request;
  const unknown = FilterList.find(({ Name }) => !Object.hasOwn(filters, Name));
  if (unknown)
    throw validationError(`${unknown.Name} is not a filter. Use ${Object.keys(filters).join(', ')}.`);
  const moment = (each: ChangeSet) => (Sort?.SortBy === 'EndTime' ? (each.endTime ?? '') : each.startTime);
  const direction = Sort?.SortOrder === 'ASCENDING' ? 1 : -1;
  const found = Object.values(market.state.changeSets)
    .filter(each => FilterList.every(({ Name, ValueList }) => filters[Name]?.(each, ValueList)))
    .sort((a, b) => direction * moment(a).localeCompare(moment(b)));
  const invalid = () => validationError('NextToken is not valid.');
  const page = pageOf(found, { token: NextToken, size: MaxResults, invalid });
  const item = (each: ChangeSet) => ({ ...summary(market, each), EntityIdList: entityIds(each) });
  return { ChangeSetSummaryList: page.items.map(item), NextToken: page.next };
}
