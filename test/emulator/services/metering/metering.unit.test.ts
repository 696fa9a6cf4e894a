import { GetEntitlementsCommand } from '@aws-sdk/client-marketplace-entitlement-service';
import {
  BatchMeterUsageCommand,
  type BatchMeterUsageRequest,
  ExpiredTokenException,
  InvalidTokenException,
  MarketplaceMeteringServiceException,
  ResolveCustomerCommand,
  type UsageRecord,
} from '@aws-sdk/client-marketplace-metering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  PRODUCT_CODE,
  quickEmulator,
  releasedOffer,
  until,
} from '../../offers.ts';

let emulator: Emulator;
let clients: Clients;
let agreement: ReturnType<Emulator['accept']>;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
  agreement = emulator.accept({ offerId: await releasedOffer(clients), accountId: BUYER });
});
afterAll(() => emulator.stop());

/** A call as it is on the wire, members that the SDK does not know included. */
async function called(operation: string, input: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${emulator.url}/metering`, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/aws-marketplace/aws4_request, SignedHeaders=host, Signature=0',
      'x-amz-target': `AWSMPMeteringService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return (await answer.json()) as Record<string, unknown>;
}

const resolve = (RegistrationToken: string) =>
  clients.metering.send(new ResolveCustomerCommand({ RegistrationToken }));
const newToken = () => emulator.registrationToken(agreement.id).token;

describe('ResolveCustomer', () => {
  it('gives account, product, license and agreement, and no customer identifier', async () => {
    // The installed SDK does not know Metadata yet.
    expect(await called('ResolveCustomer', { RegistrationToken: newToken() })).toEqual({
      CustomerAWSAccountId: BUYER,
      ProductCode: PRODUCT_CODE,
      LicenseArn: agreement.licenseArn,
      Metadata: { AgreementId: agreement.id },
    });
  });

  it('gives the same until the token expires', async () => {
    const token = newToken();
    expect((await resolve(token)).LicenseArn).toBe((await resolve(token)).LicenseArn);
  });

  it('refuses a token that AWS never gave', async () => {
    await expect(resolve('made-up')).rejects.toBeInstanceOf(InvalidTokenException);
    await expect(resolve('__proto__')).rejects.toBeInstanceOf(InvalidTokenException);
  });

  it('refuses an expired token', async () => {
    const token = newToken();
    emulator.expireToken(token);
    await expect(resolve(token)).rejects.toBeInstanceOf(ExpiredTokenException);
  });

  it('refuses a token after its lifetime', async () => {
    const token = newToken();
    emulator.settings({ registrationTokenLifetime: 0 });
    await new Promise(done => setTimeout(done, 2));
    await expect(resolve(token)).rejects.toBeInstanceOf(ExpiredTokenException);
    emulator.settings({ registrationTokenLifetime: 3_600_000 });
  });

  it('refuses a second use where tokens are for one use', async () => {
    emulator.settings({ singleUseTokens: true });
    const token = newToken();
    await resolve(token);
    await expect(resolve(token)).rejects.toBeInstanceOf(ExpiredTokenException);
    emulator.settings({ singleUseTokens: false });
  });

  it('gives a new token each time', () => {
    expect(newToken()).not.toBe(newToken());
  });
});

const record = (more: Partial<UsageRecord> = {}): UsageRecord => ({
  Timestamp: new Date(Date.now() - 60_000),
  Dimension: 'committed_spend',
  Quantity: 5,
  CustomerAWSAccountId: BUYER,
  LicenseArn: agreement.licenseArn,
  ...more,
});
const meter = (UsageRecords: UsageRecord[], more: Partial<BatchMeterUsageRequest> = {}) =>
  clients.metering.send(new BatchMeterUsageCommand({ UsageRecords, ...more }));

describe('BatchMeterUsage', () => {
  it('counts the same record once and tells another quantity as a duplicate', async () => {
    const [first] = (await meter([record()])).Results ?? [];
    const [again, other] = (await meter([record(), record({ Quantity: 6 })])).Results ?? [];
    expect([first?.Status, again?.Status, other?.Status]).toEqual(['Success', 'Success', 'DuplicateRecord']);
    expect(again?.MeteringRecordId).toBe(first?.MeteringRecordId);
    expect(first?.UsageRecord?.Timestamp).toBeInstanceOf(Date);
  });

  it.each([
    ['takes the last usage while the license is there', 60_000, 'PROVISIONED', 'Success'],
    ['takes no usage once the license is gone', 0, 'DEPROVISIONED', 'CustomerNotSubscribed'],
  ] as const)('after the end of an agreement, %s', async (_what, licenseDelay, license, status) => {
    const ending = emulator.accept({ offerId: await releasedOffer(clients), accountId: BUYER });
    const licenseIs = (wanted: string) =>
      until(`a license that is ${wanted}`, () => emulator.state.agreements[ending.id]?.license === wanted);
    await licenseIs('PROVISIONED');
    const { licenseDelay: usual } = emulator.state.settings;
    emulator.settings({ licenseDelay });
    emulator.endAgreement(ending.id, 'CANCELLED');
    emulator.settings({ licenseDelay: usual });
    await licenseIs(license);
    const { Results } = await meter([record({ LicenseArn: ending.licenseArn })]);
    expect(Results?.[0]?.Status).toBe(status);
  });

  it('tells a customer who is not subscribed', async () => {
    const stranger = record({ CustomerAWSAccountId: '777788889999', LicenseArn: undefined });
    const [result] = (await meter([stranger], { ProductCode: PRODUCT_CODE })).Results ?? [];
    expect(result?.Status).toBe('CustomerNotSubscribed');
  });

  it.each<[string, () => UsageRecord[], Partial<BatchMeterUsageRequest>, string]>([
    [
      'one record out of the window',
      () => [record(), record({ Timestamp: new Date(Date.now() - 25 * 3_600_000) })],
      {},
      'TimestampOutOfBoundsException',
    ],
    ['an unknown dimension', () => [record({ Dimension: 'gold' })], {}, 'InvalidUsageDimensionException'],
    [
      'an unknown product',
      () => [record({ LicenseArn: undefined })],
      { ProductCode: 'other' },
      'InvalidProductCodeException',
    ],
    [
      'a product code beside a license',
      () => [record()],
      { ProductCode: PRODUCT_CODE },
      'ValidationException',
    ],
    [
      'the license of another account',
      () => [record({ CustomerAWSAccountId: '777788889999' })],
      {},
      'InvalidLicenseException',
    ],
    [
      'an unknown license',
      () => [record({ LicenseArn: 'arn:aws:license-manager::1:license:l-0' })],
      {},
      'InvalidLicenseException',
    ],
    [
      'no account',
      () => [record({ CustomerAWSAccountId: undefined })],
      {},
      'InvalidCustomerIdentifierException',
    ],
    [
      'allocations that do not add up',
      () => [record({ UsageAllocations: [{ AllocatedUsageQuantity: 1 }] })],
      {},
      'InvalidUsageAllocationsException',
    ],
    ['26 records', () => Array.from({ length: 26 }, () => record()), {}, 'ValidationException'],
  ])('refuses %s', async (_what, records, more, name) => {
    const error = await meter(records(), more).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(MarketplaceMeteringServiceException);
    expect((error as Error).name).toBe(name);
  });
});

type Usage = Record<string, unknown>;
/** Decimal quantities, which the installed SDK does not know yet. */
async function meterOnWire(...usages: Usage[]) {
  const records = usages.map(usage => ({
    Timestamp: hoursAgo(0),
    CustomerAWSAccountId: BUYER,
    LicenseArn: agreement.licenseArn,
    Dimension: 'premium_support',
    ...usage,
  }));
  const answer = await called('BatchMeterUsage', { UsageRecords: records });
  const results = answer.Results as { Status: string }[] | undefined;
  return results?.map(each => each.Status) ?? answer.__type;
}
/** Noon in the middle of a month, so that no hour of the day before belongs to a month that is closed. */
const NOON = Date.parse('2027-04-15T12:00:00Z');
const hoursAgo = (hours: number) => NOON / 1000 - hours * 3600;

describe('a quantity', () => {
  beforeAll(() => {
    emulator.clock({ now: new Date(NOON).toISOString() });
  });
  afterAll(() => {
    emulator.clock({ now: new Date().toISOString() });
  });

  it.each<[string, Usage[], string[]]>([
    [
      'a fraction, and the same with another zero',
      [{ QuantityAsDecimal: '17.42' }, { QuantityAsDecimal: '17.420' }],
      ['Success', 'Success'],
    ],
    ['another fraction in the same hour', [{ QuantityAsDecimal: '17.43' }], ['DuplicateRecord']],
    ['nothing in the same hour', [{}], ['DuplicateRecord']],
    [
      'a whole number in both ways',
      [
        { Quantity: 17, Timestamp: hoursAgo(2) },
        { QuantityAsDecimal: '17.0', Timestamp: hoursAgo(2) },
      ],
      ['Success', 'Success'],
    ],
    [
      'zero, said or not',
      [
        { Timestamp: hoursAgo(3) },
        { Quantity: 0, Timestamp: hoursAgo(3) },
        { QuantityAsDecimal: '0.000000', Timestamp: hoursAgo(3) },
      ],
      ['Success', 'Success', 'Success'],
    ],
    [
      'decimal allocations',
      [
        {
          QuantityAsDecimal: '0.3',
          Timestamp: hoursAgo(4),
          UsageAllocations: [
            { AllocatedUsageQuantityAsDecimal: '0.1' },
            { AllocatedUsageQuantityAsDecimal: '0.2' },
          ],
        },
      ],
      ['Success'],
    ],
  ])('is compared by its value: %s', async (_what, usages, statuses) => {
    expect(await meterOnWire(...usages)).toEqual(statuses);
  });

  it.each<[string, Usage, string]>([
    ['both ways at once', { Quantity: 17, QuantityAsDecimal: '17' }, 'ValidationException'],
    ['seven decimals', { QuantityAsDecimal: '0.1234567' }, 'ValidationException'],
    ['a sign', { QuantityAsDecimal: '-1' }, 'ValidationException'],
    ['a leading zero', { QuantityAsDecimal: '01' }, 'ValidationException'],
    [
      'decimal usage allocated in whole numbers',
      { QuantityAsDecimal: '1.0', UsageAllocations: [{ AllocatedUsageQuantity: 1 }] },
      'InvalidUsageAllocationsException',
    ],
    [
      'allocations of another sum',
      { QuantityAsDecimal: '0.3', UsageAllocations: [{ AllocatedUsageQuantityAsDecimal: '0.2' }] },
      'InvalidUsageAllocationsException',
    ],
  ])('is refused, with the whole batch: %s', async (_what, usage, code) => {
    const good = { QuantityAsDecimal: '99.5', Timestamp: hoursAgo(1) };
    expect(await meterOnWire(good, usage)).toBe(code);
    expect(Object.values(emulator.state.usage).map(each => each.quantity)).not.toContain('9950000000');
  });
});

describe('the window of a record', () => {
  it.each([
    ['2027-04-01T05:00:00Z', '2027-03-31T23:30:00Z', 'Success'],
    ['2027-04-01T06:00:00Z', '2027-03-31T23:30:00Z', 'TimestampOutOfBoundsException'],
    ['2027-04-01T06:00:00Z', '2027-04-01T00:00:00Z', 'Success'],
    ['2027-04-10T12:00:00Z', '2027-04-09T12:00:00Z', 'TimestampOutOfBoundsException'],
    ['2027-04-10T12:00:00Z', '2027-04-09T12:30:00Z', 'Success'],
    ['2027-04-10T12:00:00Z', '2027-04-10T12:10:00Z', 'TimestampOutOfBoundsException'],
  ])('at %s, one of %s gets %s', async (now, at, status) => {
    emulator.clock({ now });
    const answer = await meterOnWire({ Quantity: 1, Timestamp: Date.parse(at) / 1000 });
    expect([answer].flat()).toEqual([status]);
    emulator.clock({ now: new Date().toISOString() });
  });
});

describe('a legacy listing', () => {
  it('knows its buyers by a customer identifier, and new listings do not', async () => {
    expect((await resolve(newToken())).CustomerIdentifier).toBeUndefined();
    emulator.settings({ legacyListings: true });
    const { CustomerIdentifier } = await resolve(newToken());
    expect(CustomerIdentifier).toMatch(/^\w{11}$/);
    const legacy = record({ CustomerAWSAccountId: undefined, LicenseArn: undefined, CustomerIdentifier });
    const { Results } = await meter([legacy], { ProductCode: PRODUCT_CODE });
    expect(Results?.[0]?.Status).toBe('Success');
    const named = (CustomerIdentifiers: string[]) =>
      clients.entitlement.send(
        new GetEntitlementsCommand({
          ProductCode: PRODUCT_CODE,
          Filter: { CUSTOMER_IDENTIFIER: CustomerIdentifiers },
        }),
      );
    const { Entitlements = [] } = await named([CustomerIdentifier ?? '']);
    expect(Entitlements.length).toBeGreaterThan(0);
    expect(Entitlements.every(each => each.CustomerIdentifier === CustomerIdentifier)).toBe(true);
    expect((await named(['somebody'])).Entitlements).toEqual([]);
    emulator.settings({ legacyListings: false });
    const refused = meter([legacy], { ProductCode: PRODUCT_CODE });
    await expect(refused).rejects.toMatchObject({ name: 'InvalidCustomerIdentifierException' });
    expect((await named([CustomerIdentifier ?? ''])).Entitlements).toEqual([]);
  });
});
