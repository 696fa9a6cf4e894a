import type { ChangeSet } from '../../../engine/change-set.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import { pageOf } from '../../../wire/paging.ts';
import { validationError } from '../errors.ts';
import type { ListChangeSetsRequest } from '../shapes.ts';
import { changeSetSummary, entityIds } from '../views.ts';

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
  const item = (each: ChangeSet) => ({ ...changeSetSummary(market, each), EntityIdList: entityIds(each) });
  return { ChangeSetSummaryList: page.items.map(item), NextToken: page.next };
}
