import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Emulator } from '../../../emulator/emulator.ts';
import { changeTypes } from '../../../emulator/offers/change-types.ts';
import { runs } from '../../support/runs.ts';
import {
  clientsOf,
  instalmentChanges,
  offerChanges,
  PRODUCT,
  quickEmulator,
  releasedOffer,
  until,
} from '../offers.ts';

let emulator: Emulator;
let released: string;
const errors: unknown[] = [];
beforeAll(async () => {
  const log = (entry: Record<string, unknown>) => entry.level === 'error' && errors.push(entry);
  emulator = await quickEmulator({ log });
  emulator.settings({ changeSetDelay: 0, concurrentOffers: 100_000 });
  released = await releasedOffer(clientsOf(emulator));
});
afterAll(() => emulator.stop());

const authorization =
  'AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/aws-marketplace/aws4_request, SignedHeaders=host, Signature=0';

async function call(path: string, body: unknown, target?: string) {
  const headers = {
    'content-type': 'application/json',
    authorization,
    ...(target && { 'x-amz-target': target }),
  };
  const answer = await fetch(emulator.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const valid = [...offerChanges(), ...instalmentChanges()];
const pieces = fc.oneof(
  fc.constantFrom(
    'P12M',
    'P0D',
    'P99999999M',
    '2026-02-30',
    '9999-12-31',
    '0',
    '100000000.01',
    'USD',
    '__proto__',
    PRODUCT,
    '',
  ),
  fc.integer({ min: -1, max: 100 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A valid document with some of its values replaced by something else. */
function mutated(document: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(document))
    return fc.tuple(...document.map(mutated)).chain(all => fc.subarray([...all, ...all]));
  if (!document || typeof document !== 'object') {
    return fc.oneof({ weight: 6, arbitrary: fc.constant(document) }, { weight: 1, arbitrary: pieces });
  }
  const members = Object.fromEntries(Object.entries(document).map(([name, value]) => [name, mutated(value)]));
  return fc.record(members, { requiredKeys: [] });
}

const change = fc.constantFrom(...valid).chain(each =>
  fc.record(
    {
      ChangeType: fc.oneof(
        { weight: 8, arbitrary: fc.constant(each.ChangeType) },
        fc.constantFrom(...Object.keys(changeTypes), 'constructor'),
      ),
      ChangeName: fc.constantFrom('CreateOfferChange', 'Other', '__proto__'),
      Entity: fc.record({
        Type: fc.constant('Offer@1.0'),
        Identifier: fc.constantFrom(
          each.Entity?.Identifier,
          undefined,
          released,
          'toString',
          '$__proto__.Entity.Identifier',
        ),
      }),
      DetailsDocument: fc.oneof(
        { weight: 3, arbitrary: fc.constant(each.DetailsDocument) },
        mutated(each.DetailsDocument),
      ),
    },
    { requiredKeys: ['ChangeType', 'Entity', 'DetailsDocument'] },
  ),
);

describe('whatever it is sent', () => {
  it('StartChangeSet answers with a change set or a client error, and every change set ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async ChangeSet => {
        const { status, body } = await call('/catalog/StartChangeSet', {
          Catalog: 'AWSMarketplace',
          ChangeSet,
        });
        expect(status).toBeLessThan(500);
        if (status !== 200) return;
        const ended = () => emulator.state.changeSets[body.ChangeSetId ?? '']?.endTime;
        await until('the end of the change set', ended);
      }),
      runs(200),
    );
    expect(errors).toEqual([]);
    // Which of the two is left to chance; that there is no third is not.
    const others = emulator
      .changeSets()
      .filter(({ status }) => status !== 'SUCCEEDED' && status !== 'FAILED');
    expect(others).toEqual([]);
  });

  it.each([
    ['/catalog/ListEntities', undefined],
    ['/catalog/ListChangeSets', undefined],
    ['/catalog/BatchDescribeEntities', undefined],
    ['/metering', 'AWSMPMeteringService.ResolveCustomer'],
    ['/metering', 'AWSMPMeteringService.BatchMeterUsage'],
    ['/entitlement', 'AWSMPEntitlementService.GetEntitlements'],
    ['/agreement', 'AWSMPCommerceService_v20200301.SearchAgreements'],
    ['/agreement', 'AWSMPCommerceService_v20200301.GetAgreementTerms'],
  ])('%s %s answers with a client error at most', async (path, target) => {
    const names = [
      'Catalog',
      'EntityType',
      'FilterList',
      'RegistrationToken',
      'UsageRecords',
      'ProductCode',
      'Filter',
      'filters',
      'agreementId',
      'NextToken',
    ];
    const input = fc.dictionary(
      fc.constantFrom(...names),
      fc.oneof(pieces, fc.constantFrom('AWSMarketplace', 'Offer', 'constructor')),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(input, fc.jsonValue()), async body => {
        expect((await call(path, body, target)).status).toBeLessThan(500);
      }),
      runs(60),
    );
    expect(errors).toEqual([]);
  });
});
