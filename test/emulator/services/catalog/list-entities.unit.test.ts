import {
  ListEntitiesCommand,
  type ListEntitiesCommandInput,
  paginateListEntities,
  ValidationException,
} from '@aws-sdk/client-marketplace-catalog';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  inDays,
  offerChanges,
  PRODUCT,
  quickEmulator,
  releasedOffer,
  update,
} from '../../offers.ts';

const Catalog = 'AWSMarketplace';
let emulator: Emulator;
let clients: Clients;
let ids: string[];

const offer = (Name: string, buyer: string, days: number) =>
  offerChanges({
    UpdateInformation: update('UpdateInformation', { Name, Description: 'x' }),
    UpdateTargeting: update('UpdateTargeting', { PositiveTargeting: { BuyerAccounts: [buyer] } }),
    UpdateAvailability: update('UpdateAvailability', { AvailabilityEndDate: inDays(days) }),
  });

beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
  ids = [
    await releasedOffer(clients, offer('Alpha for Acme', BUYER, 10)),
    await releasedOffer(clients, offer('Beta for Acme', BUYER, 20)),
    await releasedOffer(clients, offer('Gamma for Other', '777788889999', 30)),
  ];
});
afterAll(() => emulator.stop());

const list = async (more: Partial<ListEntitiesCommandInput>) => {
  const answer = await clients.catalog.send(
    new ListEntitiesCommand({ Catalog, EntityType: 'Offer', ...more }),
  );
  return answer.EntitySummaryList?.map(each => each.EntityId);
};
type OfferFilters = Extract<
  ListEntitiesCommandInput['EntityTypeFilters'],
  { OfferFilters: unknown }
>['OfferFilters'];
const byOffer = (OfferFilters: OfferFilters) =>
  list({
    EntityTypeFilters: { OfferFilters },
    EntityTypeSort: { OfferSort: { SortBy: 'Name', SortOrder: 'ASCENDING' } },
  });

describe('ListEntities', () => {
  it.each<[string, OfferFilters, number[]]>([
    ['name', { Name: { ValueList: ['Alpha for Acme'] } }, [0]],
    ['a part of the name', { Name: { WildCardValue: 'acme' } }, [0, 1]],
    ['buyer account', { BuyerAccounts: { WildCardValue: '777788889999' } }, [2]],
    ['end date', { AvailabilityEndDate: { DateRange: { AfterValue: `${inDays(15)}T00:00:00Z` } } }, [1, 2]],
    [
      'state and targeting',
      { State: { ValueList: ['Released'] }, Targeting: { ValueList: ['BuyerAccounts'] } },
      [0, 1, 2],
    ],
    ['another product', { ProductId: { ValueList: ['prod-other'] } }, []],
  ])('finds offers by %s', async (_by, filters, expected) => {
    expect(await byOffer(filters)).toEqual(expected.map(each => ids[each]));
  });

  it('pages through all with the SDK’s paginator', async () => {
    const seen: (string | undefined)[] = [];
    const pages = paginateListEntities(
      { client: clients.catalog, pageSize: 2 },
      { Catalog, EntityType: 'Offer' },
    );
    for await (const page of pages) seen.push(...(page.EntitySummaryList ?? []).map(each => each.EntityId));
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it('lists products with their title', async () => {
    const answer = await clients.catalog.send(
      new ListEntitiesCommand({ Catalog, EntityType: 'SaaSProduct' }),
    );
    expect(answer.EntitySummaryList).toEqual([
      expect.objectContaining({
        EntityId: PRODUCT,
        SaaSProductSummary: { ProductTitle: 'Example Cloud', Visibility: 'Limited' },
      }),
    ]);
  });

  it.each<[string, Partial<ListEntitiesCommandInput>]>([
    [
      'two wildcards',
      {
        EntityTypeFilters: {
          OfferFilters: { Name: { WildCardValue: 'a' }, BuyerAccounts: { WildCardValue: '1' } },
        },
      },
    ],
    [
      'filters of another type',
      { EntityTypeFilters: { SaaSProductFilters: { ProductTitle: { ValueList: ['x'] } } } },
    ],
    ['more than 50 results', { MaxResults: 51 }],
    ['an unknown entity type', { EntityType: 'Spaceship' }],
  ])('refuses %s', async (_what, input) => {
    await expect(list(input)).rejects.toBeInstanceOf(ValidationException);
  });
});

describe('what the seller has none of', () => {
  it.each(['AmiProduct', 'ContainerProduct', 'OfferSet', 'ResaleAuthorization', 'DataProduct'])(
    'is an empty list: %s',
    async EntityType => {
      const { EntitySummaryList } = await clients.catalog.send(
        new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType }),
      );
      expect(EntitySummaryList).toEqual([]);
    },
  );

  it.each(['Offer', 'SaaSProduct'])('others have shared no %s', async EntityType => {
    const { EntitySummaryList } = await clients.catalog.send(
      new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType, OwnershipType: 'SHARED' }),
    );
    expect(EntitySummaryList).toEqual([]);
  });

  it.each(['Nonsense', 'Offer@1.0'])('is no type at all: %s', async EntityType => {
    const listing = clients.catalog.send(new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType }));
    await expect(listing).rejects.toBeInstanceOf(ValidationException);
  });
});
