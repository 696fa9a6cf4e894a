import { reasonToExpire, willRenew } from '../../../agreements/renewal.ts';
import type { Agreement } from '../../../engine/agreement.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import { pageOf } from '../../../wire/paging.ts';
import { invalidToken, validationError } from '../errors.ts';
import type { SearchAgreementsRequest } from '../shapes.ts';
import { agreementSummary, endTimeBehavior } from '../views.ts';

type Filter = (agreement: Agreement, value: string) => boolean;

/** Filter values of times are ISO strings. */
const before = (moment: string | null, value: string) =>
  moment !== null && Date.parse(moment) < Date.parse(value);
const after = (moment: string | null, value: string) =>
  moment === null || Date.parse(moment) > Date.parse(value);

const filters: Record<string, Filter> = {
  PartyType: () => true,
  AgreementType: (_agreement, value) => value === 'PurchaseAgreement',
  OfferId: (each, value) => each.offerId === value,
  OfferSetId: () => false,
  ResourceIdentifier: (each, value) => each.productId === value,
  ResourceType: (_each, value) => value === 'SaaSProduct',
  AcceptorAccountId: (each, value) => each.acceptorAccountId === value,
  Status: (each, value) => each.status === value,
  InitialAgreementId: (each, value) => each.initialAgreementId === value,
  LicenseArn: (each, value) => each.licenseArn === value,
  EndTimeBehaviorType: (each, value) => endTimeBehavior(each).type === value,
  EndTimeBehaviorReasonCode: (each, value) => !willRenew(each) && reasonToExpire(each) === value,
  BeforeEndTime: (each, value) => before(each.endTime, value),
  AfterEndTime: (each, value) => after(each.endTime, value),
  BeforeStartTime: (each, value) => before(each.startTime, value),
  AfterStartTime: (each, value) => after(each.startTime, value),
  BeforeLastUpdateTime: (each, value) => before(each.lastUpdateTime, value),
  AfterLastUpdateTime: (each, value) => after(each.lastUpdateTime, value),
};

function checkFilters(wanted: { name: string; values: string[] }[]): void {
  const filterValue = (name: string) => wanted.find(each => each.name === name)?.values[0];
  const unknown = wanted.find(({ name }) => !Object.hasOwn(filters, name));
  if (unknown) throw validationError('INVALID_FILTER_NAME', `${unknown.name} is not a filter.`, 'filters');
  if (filterValue('AgreementType') !== 'PurchaseAgreement') {
    throw validationError(
      'INVALID_FILTERS',
      'The filter AgreementType=PurchaseAgreement is required.',
      'filters',
    );
  }
  if (!['Proposer', 'Acceptor', undefined].includes(filterValue('PartyType'))) {
    throw validationError('INVALID_FILTER_VALUES', 'PartyType is Proposer or Acceptor.', 'filters');
  }
}

const SORTED_BY = { EndTime: 'endTime', StartTime: 'startTime', LastUpdateTime: 'lastUpdateTime' } as const;

/** The caller is the seller: as Acceptor he finds nothing. */
export function searchAgreements(market: Marketplace, request: SearchAgreementsRequest) {
  const { filters: wanted = [], sort, maxResults = 50, nextToken } = request;
  if ((request.catalog ?? 'AWSMarketplace') !== 'AWSMarketplace') {
    throw validationError('INVALID_CATALOG', 'The catalog is AWSMarketplace.', 'catalog');
  }
  checkFilters(wanted);
  const acceptor = wanted.some(each => each.name === 'PartyType' && each.values[0] === 'Acceptor');
  const key = SORTED_BY[sort?.sortBy ?? 'LastUpdateTime'];
  const direction = sort?.sortOrder === 'ASCENDING' ? 1 : -1;
  const found = Object.values(market.state.agreements)
    .filter(each => !acceptor && wanted.every(({ name, values }) => filters[name]?.(each, values[0] ?? '')))
    .sort((a, b) => direction * (a[key] ?? '9999').localeCompare(b[key] ?? '9999'));
  const page = pageOf(found, { token: nextToken, size: maxResults, invalid: invalidToken });
  return {
    agreementViewSummaries: page.items.map(each => agreementSummary(market, each)),
    nextToken: page.next,
  };
}
