import Type, { type Static } from 'typebox';
import { endOfDay } from '../../../engine/dates.ts';
import { catalogArn } from '../../../engine/ids.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import type { Offer, Product } from '../../../offers/offer.ts';
import { pageOf } from '../../../wire/paging.ts';
import { validationError } from '../errors.ts';

const Filter = Type.Object(
  {
    ValueList: Type.Optional(Type.Array(Type.String(), { minItems: 1, maxItems: 10 })),
    WildCardValue: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
    DateRange: Type.Optional(
      Type.Object({ AfterValue: Type.Optional(Type.String()), BeforeValue: Type.Optional(Type.String()) }),
    ),
  },
  { additionalProperties: false },
);
type Filter = Static<typeof Filter>;

const Filters = Type.Record(Type.String(), Filter, { maxProperties: 8 });
const Sort = Type.Object({
  SortBy: Type.Optional(Type.String()),
  SortOrder: Type.Optional(Type.Enum(['ASCENDING', 'DESCENDING'])),
});

export const ListEntitiesRequest = Type.Object({
  Catalog: Type.Literal('AWSMarketplace'),
  EntityType: Type.String({ minLength: 1, maxLength: 255, pattern: '^[a-zA-Z]+(@[0-9.]+)?$' }),
  FilterList: Type.Optional(
    Type.Array(Type.Object({ Name: Type.String(), ValueList: Type.Array(Type.String(), { minItems: 1 }) }), {
      maxItems: 8,
    }),
  ),
  Sort: Type.Optional(Sort),
  EntityTypeFilters: Type.Optional(Type.Record(Type.String(), Filters)),
  EntityTypeSort: Type.Optional(Type.Record(Type.String(), Sort)),
  OwnershipType: Type.Optional(Type.Enum(['SELF', 'SHARED'])),
  MaxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  NextToken: Type.Optional(Type.String({ minLength: 1, maxLength: 2048 })),
});
type ListEntitiesRequest = Static<typeof ListEntitiesRequest>;

type Value = string | string[] | undefined;
type Fields = Record<string, Value>;
type Listed = { fields: Fields; summary: Record<string, unknown> };

function listedOffer(market: Marketplace, offer: Offer): Listed {
  const summary = {
    Name: offer.name,
    ProductId: offer.productId,
    ReleaseDate: offer.releaseDate,
    AvailabilityEndDate: offer.availabilityEndDate && endOfDay(offer.availabilityEndDate).toISOString(),
    BuyerAccounts: offer.buyerAccounts ?? [],
    State: offer.state,
    Targeting: [
      ...(offer.buyerAccounts ? ['BuyerAccounts'] : []),
      ...(offer.countryCodes ? ['CountryCodes'] : []),
    ],
    TargetAgreementId: offer.replacesAgreementId,
    CreatedBySource: 'Seller',
  };
  const Targeting = summary.Targeting.length > 0 ? summary.Targeting : ['None'];
  const fields = { ...summary, Targeting, EntityId: offer.id, LastModifiedDate: offer.lastModifiedDate };
  const entity = entitySummary(market, { kind: 'Offer', name: offer.name ?? '', ...offer });
  return { fields, summary: { ...entity, OfferSummary: { ...summary, Targeting } } };
}

function listedProduct(market: Marketplace, product: Product): Listed {
  const summary = { ProductTitle: product.title, Visibility: product.state };
  const entity = entitySummary(market, { ...product, kind: 'SaaSProduct', name: product.title });
  return {
    fields: {
      ...summary,
      Name: product.title,
      EntityId: product.id,
      LastModifiedDate: product.lastModifiedDate,
    },
    summary: { ...entity, Visibility: product.state, SaaSProductSummary: summary },
  };
}

type Entity = { kind: string; id: string; name: string; lastModifiedDate: string };

const entitySummary = (market: Marketplace, { kind, id, name, lastModifiedDate }: Entity) => ({
  Name: name,
  EntityType: kind,
  EntityId: id,
  EntityArn: catalogArn({ account: market.state.sellerAccountId, kind, id }),
  LastModifiedDate: lastModifiedDate,
});

/** Each list of entities by its type, and the members that carry its filters and sort. */
const lists: Record<string, (market: Marketplace) => Listed[]> = {
  Offer: market => Object.values(market.state.offers).map(each => listedOffer(market, each)),
  SaaSProduct: market => Object.values(market.state.products).map(each => listedProduct(market, each)),
};

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
  const wrong = Object.keys(filters).find(name => !FILTERS[kind]?.includes(name));
  if (wrong) throw validationError(`${wrong} is not a filter of ${kind}.`);
  const wild = Object.values(filters).filter(each => each.WildCardValue !== undefined).length;
  if (wild > 1) throw validationError('Only one wildcard can be used in a request.');
  if (filters.BuyerAccounts && filters.BuyerAccounts.WildCardValue === undefined) {
    throw validationError('BuyerAccounts takes a WildCardValue only.');
  }
}

function sorted(all: Listed[], { SortBy = 'LastModifiedDate', SortOrder }: Static<typeof Sort>): Listed[] {
  const key = ({ fields }: Listed) => String(fields[SortBy] ?? '');
  const direction = SortOrder === 'ASCENDING' ? 1 : -1;
  return all.sort((a, b) => direction * key(a).localeCompare(key(b)));
}

/** Offers or products, drafts included. @throws AwsError ValidationException */
export function listEntities(market: Marketplace, request: ListEntitiesRequest) {
  const kind = request.EntityType.split('@')[0] ?? '';
  const list = Object.hasOwn(lists, kind) ? lists[kind] : undefined;
  if (!list) throw validationError(`Entities of type ${kind} are not emulated.`);
  const filters = Object.entries(filtersOf(request, kind));
  const found = list(market).filter(({ fields }) =>
    filters.every(([name, filter]) => matches(fields[name], filter)),
  );
  const sort = request.EntityTypeSort?.[`${kind}Sort`] ?? request.Sort ?? {};
  const invalid = () => validationError('NextToken is not valid.');
  const page = pageOf(sorted(found, sort), {
    token: request.NextToken,
    size: request.MaxResults ?? 20,
    invalid,
  });
  return { EntitySummaryList: page.items.map(({ summary }) => summary), NextToken: page.next };
}
