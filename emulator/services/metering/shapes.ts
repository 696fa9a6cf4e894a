import Type, { type Static } from 'typebox';

export const ResolveCustomerRequest = Type.Object({ RegistrationToken: Type.String({ minLength: 1 }) });
export type ResolveCustomerRequest = Static<typeof ResolveCustomerRequest>;

const Quantity = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });

/** For usage in fractions; up to six decimals. */
const QuantityAsDecimal = Type.String({ maxLength: 17, pattern: '^(0|[1-9][0-9]{0,9})(\\.[0-9]{1,6})?$' });

const UsageAllocation = Type.Object({
  AllocatedUsageQuantity: Type.Optional(Quantity),
  AllocatedUsageQuantityAsDecimal: Type.Optional(QuantityAsDecimal),
  Tags: Type.Optional(Type.Array(Type.Object({ Key: Type.String(), Value: Type.String() }), { maxItems: 5 })),
});

const UsageRecord = Type.Object({
  Timestamp: Type.Number(),
  Dimension: Type.String({ minLength: 1, maxLength: 255 }),
  Quantity: Type.Optional(Quantity),
  QuantityAsDecimal: Type.Optional(QuantityAsDecimal),
  CustomerIdentifier: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  CustomerAWSAccountId: Type.Optional(Type.String({ pattern: '^[0-9]+$' })),
  LicenseArn: Type.Optional(Type.String({ pattern: '^arn:aws.*' })),
  UsageAllocations: Type.Optional(Type.Array(UsageAllocation, { minItems: 1, maxItems: 2500 })),
});
export type UsageRecord = Static<typeof UsageRecord>;

export const BatchMeterUsageRequest = Type.Object({
  UsageRecords: Type.Array(UsageRecord, { maxItems: 25 }),
  ProductCode: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
});
export type BatchMeterUsageRequest = Static<typeof BatchMeterUsageRequest>;
