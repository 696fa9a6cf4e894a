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

const resolve = (RegistrationToken: string) =>
  clients.metering.send(new ResolveCustomerCommand({ RegistrationToken }));
const newToken = () => emulator.registrationToken(agreement.id).token;

describe('ResolveCustomer', () => {
  it('gives account, product and license, and no customer identifier', async () => {
    const { $metadata: _metadata, ...customer } = await resolve(newToken());
    expect(customer).toEqual({
      CustomerAWSAccountId: BUYER,
      ProductCode: PRODUCT_CODE,
      LicenseArn: agreement.licenseArn,
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
    const [result] = (await meter([record({ CustomerAWSAccountId: '777788889999' })])).Results ?? [];
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
    ['an unknown product', () => [record()], { ProductCode: 'other' }, 'InvalidProductCodeException'],
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
