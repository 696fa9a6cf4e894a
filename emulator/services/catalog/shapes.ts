import Type, { type Static } from 'typebox';

const Catalog = Type.Literal('AWSMarketplace');
const NextToken = Type.Optional(Type.String({ minLength: 1, maxLength: 2048 }));
const SortOrder = Type.Optional(Type.Enum(['ASCENDING', 'DESCENDING']));
const EntityId = Type.String({ minLength: 1, maxLength: 255, pattern: '^[\\w\\-@]+$' });

export const RequestedChange = Type.Object({
  ChangeType: Type.String({ minLength: 1, maxLength: 255, pattern: '^[A-Z][\\w]*$' }),
  ChangeName: Type.Optional(Type.String({ minLength: 1, maxLength: 72, pattern: '^[a-zA-Z]+$' })),
  Entity: Type.Object({
    Type: Type.String({ minLength: 1, maxLength: 255, pattern: '^[a-zA-Z]+@[0-9.]+$' }),
    Identifier: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^[\\w\\-@$.]+$' })),
  }),
  EntityTags: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 })),
  Details: Type.Optional(Type.String({ minLength: 2, maxLength: 16_384 })),
  DetailsDocument: Type.Optional(Type.Unknown()),
});
export type RequestedChange = Static<typeof RequestedChange>;

export const StartChangeSetRequest = Type.Object({
  Catalog,
  ChangeSet: Type.Array(RequestedChange, { minItems: 1, maxItems: 20 }),
  ChangeSetName: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '^[\\w\\s+=.:@-]+$' })),
  ClientRequestToken: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[!-~]+$' })),
  ChangeSetTags: Type.Optional(Type.Array(Type.Unknown(), { minItems: 1, maxItems: 200 })),
  Intent: Type.Optional(Type.Enum(['VALIDATE', 'APPLY'])),
});
export type StartChangeSetRequest = Static<typeof StartChangeSetRequest>;

export const ChangeSetRequest = Type.Object({
  catalog: Catalog,
  changeSetId: Type.String({ minLength: 1, maxLength: 255, pattern: '^[\\w\\-]+$' }),
});
export type ChangeSetRequest = Static<typeof ChangeSetRequest>;

export const ListChangeSetsRequest = Type.Object({
  Catalog,
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
      SortOrder,
    }),
  ),
  MaxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  NextToken,
});
export type ListChangeSetsRequest = Static<typeof ListChangeSetsRequest>;

export const DescribeEntityRequest = Type.Object({
  catalog: Catalog,
  entityId: EntityId,
});
export type DescribeEntityRequest = Static<typeof DescribeEntityRequest>;

export const BatchDescribeEntitiesRequest = Type.Object({
  EntityRequestList: Type.Array(Type.Object({ Catalog, EntityId }), {
    minItems: 1,
    maxItems: 20,
  }),
});
export type BatchDescribeEntitiesRequest = Static<typeof BatchDescribeEntitiesRequest>;

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
export type Filter = Static<typeof Filter>;

const Filters = Type.Record(Type.String(), Filter, { maxProperties: 8 });
const Sort = Type.Object({
  SortBy: Type.Optional(Type.String()),
  SortOrder,
});
export type Sort = Static<typeof Sort>;

export const ListEntitiesRequest = Type.Object({
  Catalog,
  EntityType: Type.String({ minLength: 1, maxLength: 255, pattern: '^[a-zA-Z]+$' }),
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
  NextToken,
});
export type ListEntitiesRequest = Static<typeof ListEntitiesRequest>;
