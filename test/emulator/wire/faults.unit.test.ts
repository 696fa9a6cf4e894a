import {
  InternalServiceException,
  ListChangeSetsCommand,
  MarketplaceCatalogClient,
} from '@aws-sdk/client-marketplace-catalog';
import { GetEntitlementsCommand, ThrottlingException } from '@aws-sdk/client-marketplace-entitlement-service';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import { type Clients, clientsOf, offerChanges, PRODUCT_CODE, quickEmulator, start } from '../offers.ts';

let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
afterEach(() => emulator.clearFaults());
afterAll(() => emulator.stop());

const entitlements = () =>
  clients.entitlement.send(new GetEntitlementsCommand({ ProductCode: PRODUCT_CODE }));
const changeSets = () => clients.catalog.send(new ListChangeSetsCommand({ Catalog: 'AWSMarketplace' }));

describe('a planned fault', () => {
  it('hits its operation as often as planned, and no other', async () => {
    emulator.addFault({ operation: 'GetEntitlements', kind: 'throttle', times: 2 });
    await changeSets();
    for (let call = 0; call < 2; call += 1)
      await expect(entitlements()).rejects.toBeInstanceOf(ThrottlingException);
    await entitlements();
    expect(emulator.faults()).toEqual([]);
  });

  it('is the service’s internal error, which the SDK tries again', async () => {
    emulator.addFault({ operation: 'ListChangeSets', kind: 'error' });
    await expect(changeSets()).rejects.toBeInstanceOf(InternalServiceException);
    emulator.addFault({ operation: 'ListChangeSets', kind: 'error' });
    const patient = new MarketplaceCatalogClient({
      endpoint: `${emulator.url}/catalog`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'A', secretAccessKey: 'b' },
    });
    const { $metadata } = await patient.send(new ListChangeSetsCommand({ Catalog: 'AWSMarketplace' }));
    expect($metadata.attempts).toBe(2);
  });

  it('can be any error of AWS', async () => {
    emulator.addFault({ operation: '*', kind: 'error', code: 'AccessDeniedException', status: 403 });
    await expect(changeSets()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
    });
  });

  it('delays an answer', async () => {
    emulator.addFault({ operation: 'ListChangeSets', kind: 'latency', delay: 50 });
    const before = Date.now();
    await changeSets();
    expect(Date.now() - before).toBeGreaterThanOrEqual(49);
  });

  it('cuts the connection before any work', async () => {
    emulator.addFault({ operation: 'StartChangeSet', kind: 'reset' });
    await expect(start(clients, offerChanges())).rejects.toThrow();
    expect(emulator.changeSets()).toEqual([]);
  });

  it('does the work and loses the answer; the same token then finds the work', async () => {
    const more = { ClientRequestToken: 'deal-9-v1' };
    emulator.addFault({ operation: 'StartChangeSet', kind: 'lostAnswer' });
    await expect(start(clients, offerChanges(), more)).rejects.toThrow();
    expect(emulator.changeSets()).toHaveLength(1);
    expect((await start(clients, offerChanges(), more)).ChangeSetId).toBe(emulator.changeSets()[0]?.id);
    expect(emulator.changeSets()).toHaveLength(1);
  });

  it('never answers, until the caller gives up', async () => {
    emulator.addFault({ operation: 'ListChangeSets', kind: 'timeout' });
    const abortSignal = AbortSignal.timeout(50);
    const listing = clients.catalog.send(new ListChangeSetsCommand({ Catalog: 'AWSMarketplace' }), {
      abortSignal,
    });
    await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
  });
});
