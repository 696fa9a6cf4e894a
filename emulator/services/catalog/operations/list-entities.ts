import type { Marketplace } from '../../../engine/marketplace.ts';
import { pageOf } from '../../../wire/paging.ts';
import { validationError } from '../errors.ts';
import type { Filter, ListEntitiesRequest, Sort } from '../shapes.ts';
import { type Listed, lists, type Value } from './listed.ts';

const FILTERS: Record<string, string[]> = {
  Offer: [
    'EntityId',
    'Name',
    'ProductId',
    'ResaleAuthorizationId',
    'ReleaseDate',
    'AvailabilityEndDate',
    'BuyerAccounts',
    'State',
    'Targeting',
    'LastModifiedDate',
    'OfferSetId',
    'TargetAgreementId',
    'TargetAgreementIntent',
    'CreatedBySource',
  ],
  SaaSProduct: ['EntityId', 'ProductTitle', 'Visibility', 'LastModifiedDate', 'Name'],
};

function matches(value: Value, { ValueList, WildCardValue, DateRange }: Filter): boolean {
  const all = [value ?? []].flat();
  const inRange = (moment: string) =>
    (!DateRange?.AfterValue || moment > DateRange.AfterValue) &&
    (!DateRange?.BeforeValue || moment < DateRange.BeforeValue);
  if (DateRange) return all.some(inRange);
  const wild = WildCardValue?.toLowerCase();
  return all.some(each => (ValueList ? ValueList.includes(each) : each.toLowerCase().includes(wild ?? '')));
}

/** The typed filters (`OfferFilters`) and the older FilterList come to the same. */
function filtersOf(request: ListEntitiesRequest, kind: string): Record<string, Filter> {
  const typed = Object.entries(request.EntityTypeFilters ?? {});
  const other = typed.find(([name]) => name !== `${kind}Filters`);
  if (other) throw validationError(`${other[0]} does not fit the entity type ${kind}.`);
  const plain = (request.FilterList ?? []).map(({ Name, ValueList }) => [Name, { ValueList }] as const);
  const filters = { ...Object.fromEntries(plain), ...typed[0]?.[1] };
  checkFilters(filters, kind);
  return filters;
}

function checkFilters(filters: Record<string, Filter>, kind: string): void {
  const known = FILTERS[kind];
  const wrong = Object.keys(filters).find(name => known && !known.includes(name));
  if (wrong) throw validationError(`${wrong} is not a filter of ${kind}.`);
  const wild = Object.values(filters).filter(each => each.WildCardValue !== undefined).length;
  if (wild > 1) throw validationError('Only one wildcard can be used in a request.');
  if (filters.BuyerAccounts && filters.BuyerAccounts.WildCardValue === undefined) {
    throw validationError('BuyerAccounts takes a WildCardValue only.');
  }
}

function sorted(all: Listed[], { SortBy = 'LastModifiedDate', SortOrder }: Sort): Listed[] {
  const key = ({ fields }: Listed) => String(fields[SortBy] ?? '');
  const direction = SortOrder === 'ASCENDING' ? 1 : -1;
  return all.sort((a, b) => direction * key(a).localeCompare(key(b)));
}

/** Offers or products, drafts included. @throws AwsError ValidationException */
export function listEntities(market: Marketplace, request: ListEntitiesRequest) {
  const kind = request.EntityType;
  const list = Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  if (!list) throw validationError(`${kind} is no type of entity.`);
  const filters = Object.entries(filtersOf(request, kind));
  // What others have shared with the seller: nobody has.
  const all = request.OwnershipType === 'SHARED' ? [] : list(market);
  const found = all.filter(({ fields }) => filters.every(([name, filter]) => matches(fields[name], filter)));
  const sort = request.EntityTypeSort?.[`${kind}Sort`] ?? request.Sort ?? {};
  const invalid = () => validationError('NextToken is not valid.');
  const page = pageOf(sorted(found, sort), {
    token: request.NextToken,
    size: request.MaxResults ?? 20,
    invalid,
  });
  return { EntitySummaryList: page.items.map(({ summary }) => summary), NextToken: page.next };
}
