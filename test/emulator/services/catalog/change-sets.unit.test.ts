import {
  BatchDescribeEntitiesCommand,
  CancelChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeEntityCommand,
  ListChangeSetsCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ValidationException,
} from '@aws-sdk/client-marketplace-catalog';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../../emulator/emulator.ts';
import {
  type Clients,
  clientsOf,
  ended,
  inDays,
  offerChanges,
  outcome,
  PRODUCT,
  quickEmulator,
  releasedOffer,
  start,
  update,
} from '../../offers.ts';

const Catalog = 'AWSMarketplace';
let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
afterAll(() => emulator.stop());

const describeSet = (ChangeSetId: string | undefined) =>
  clients.catalog.send(new DescribeChangeSetCommand({ Catalog, ChangeSetId }));

/** Runs with slow change sets, so that one can be seen in the middle. */
async function slowly<T>(run: () => Promise<T>): Promise<T> {
  emulator.settings({ changeSetDelay: 60_000 });
  try {
    return await run();
  } finally {
    emulator.settings({ changeSetDelay: 10 });
  }
}

describe('a change set', () => {
  it('creates and releases an offer, and names it with its revision', async () => {
    const { Status, ChangeSet = [], StartTime, EndTime } = await outcome(clients, offerChanges());
    expect(Status).toBe('SUCCEEDED');
    expect(new Set(ChangeSet.map(each => each.Entity?.Identifier)).size).toBe(1);
    expect(ChangeSet[0]?.Entity?.Identifier).toMatch(/^offer-[a-z0-9]{13}@1$/);
    expect(Date.parse(EndTime ?? '')).toBeGreaterThanOrEqual(Date.parse(StartTime ?? ''));
  });

  it('takes Details as a JSON string as well', async () => {
    const changes = offerChanges().map(({ DetailsDocument, ...change }) => ({
      ...change,
      Details: JSON.stringify(DetailsDocument),
    }));
    expect((await outcome(clients, changes)).Status).toBe('SUCCEEDED');
  });

  it('works on its changes in the order of AWS, not of the request', async () => {
    expect((await outcome(clients, offerChanges().reverse())).Status).toBe('SUCCEEDED');
  });

  it('is the same again for the same token and request', async () => {
    const more = { ClientRequestToken: 'deal-1-v1' };
    const first = await start(clients, offerChanges(), more);
    await ended(clients, first.ChangeSetId);
    expect((await start(clients, offerChanges(), more)).ChangeSetId).toBe(first.ChangeSetId);
  });

  it('makes a second offer without a token of the caller, as AWS does', async () => {
    const before = emulator.offers().length;
    await Promise.all([outcome(clients, offerChanges()), outcome(clients, offerChanges())]);
    expect(emulator.offers().length).toBe(before + 2);
  });

  it('refuses a token that was used with another request', async () => {
    const more = { ClientRequestToken: 'deal-2-v1' };
    await start(clients, offerChanges(), more);
    const other = start(clients, offerChanges({ UpdateRenewalTerms: undefined }).slice(1), more);
    await expect(other).rejects.toBeInstanceOf(ValidationException);
  });

  it('locks its offers until it has ended', async () => {
    const offerId = await releasedOffer(clients);
    const extension = [update('UpdateAvailability', { AvailabilityEndDate: inDays(60) }, offerId)];
    await slowly(async () => {
      await start(clients, extension);
      await expect(start(clients, extension)).rejects.toMatchObject({
        name: 'ResourceInUseException',
        $metadata: { httpStatusCode: 423 },
      });
      await expect(start(clients, extension)).rejects.toBeInstanceOf(ResourceInUseException);
    });
  });

  it('can be cancelled while it is prepared, and then changes nothing', async () => {
    const before = emulator.offers().length;
    await slowly(async () => {
      const { ChangeSetId } = await start(clients, offerChanges());
      await clients.catalog.send(new CancelChangeSetCommand({ Catalog, ChangeSetId }));
      expect((await describeSet(ChangeSetId)).Status).toBe('CANCELLED');
    });
    expect(emulator.offers().length).toBe(before);
  });

  it('can no longer be cancelled after it has ended', async () => {
    const { ChangeSetId } = await outcome(clients, offerChanges());
    const cancel = clients.catalog.send(new CancelChangeSetCommand({ Catalog, ChangeSetId }));
    await expect(cancel).rejects.toBeInstanceOf(ResourceInUseException);
  });

  it('leaves no offer behind when one of its changes fails', async () => {
    const before = emulator.offers().length;
    const changes = offerChanges({
      UpdateInformation: update('UpdateInformation', { Name: 'No description' }),
    });
    const { Status, FailureCode } = await outcome(clients, changes);
    expect([Status, FailureCode]).toEqual(['FAILED', 'CLIENT_ERROR']);
    expect(emulator.offers().length).toBe(before);
  });

  it('is done at once when somebody has AWS hurry', async () => {
    const { ChangeSetId } = await slowly(() => start(clients, offerChanges()));
    expect((await describeSet(ChangeSetId)).Status).toBe('PREPARING');
    emulator.finishChangeSets();
    expect((await describeSet(ChangeSetId)).Status).toBe('SUCCEEDED');
  });

  it('fails with the code that was planned, on the change that was planned', async () => {
    emulator.failNextChangeSet({
      code: 'INVALID_TAX_INFORMATION',
      message: 'Planned',
      changeType: 'ReleaseOffer',
    });
    const { ChangeSet = [] } = await outcome(clients, offerChanges());
    const failed = ChangeSet.filter(each => each.ErrorDetailList?.length);
    expect(failed.map(each => each.ChangeType)).toEqual(['ReleaseOffer']);
    expect(failed[0]?.ErrorDetailList).toEqual([
      { ErrorCode: 'INVALID_TAX_INFORMATION', ErrorMessage: 'Planned' },
    ]);
  });

  it('fails as a server fault when that was planned, and succeeds when tried again', async () => {
    emulator.failNextChangeSet({ code: 'SERVER_FAULT', message: '' });
    expect((await outcome(clients, offerChanges())).FailureCode).toBe('SERVER_FAULT');
    expect((await outcome(clients, offerChanges())).Status).toBe('SUCCEEDED');
  });

  it('is refused beyond the quota of offers at the same time', async () => {
    await slowly(async () => {
      const open = emulator.changeSets().filter(each => each.status === 'PREPARING').length;
      emulator.settings({ concurrentOffers: open + 1 });
      await start(clients, offerChanges());
      const beyond = start(clients, offerChanges());
      await expect(beyond).rejects.toMatchObject({ $metadata: { httpStatusCode: 402 } });
      await expect(start(clients, offerChanges())).rejects.toBeInstanceOf(ServiceQuotaExceededException);
      emulator.settings({ concurrentOffers: 1000 });
    });
  });
});

describe('StartChangeSet refuses at once', () => {
  const refused = async (changes: Parameters<typeof start>[1]) => {
    const error = await start(clients, changes).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ValidationException);
    const { $metadata, ValidationExceptionFieldList = [] } = error as ValidationException;
    expect($metadata.httpStatusCode).toBe(422);
    return ValidationExceptionFieldList;
  };

  it('an unknown change type', async () => {
    const [field] = await refused([
      { ChangeType: 'InventOffer', Entity: { Type: 'Offer@1.0' }, DetailsDocument: {} },
    ]);
    expect(field).toMatchObject({ Reason: 'UnknownOperation', ChangeType: 'InventOffer' });
  });

  it('Details that are no JSON', async () => {
    const change = {
      ...update('UpdateInformation', {}, 'offer-none'),
      DetailsDocument: undefined,
      Details: '{"Name',
    };
    expect((await refused([change]))[0]).toMatchObject({
      Reason: 'CannotParse',
      Field: 'ChangeSet.0.Details',
    });
  });

  it('Details and DetailsDocument together, and neither of them', async () => {
    const change = update('UpdateInformation', {}, 'offer-none');
    await refused([{ ...change, Details: '{}' }]);
    await refused([{ ...change, DetailsDocument: undefined }]);
  });

  it.each([
    [
      'a buyer account that is not 12 digits',
      'UpdateTargeting',
      { PositiveTargeting: { BuyerAccounts: ['123'] } },
      'BuyerAccounts',
    ],
    [
      '27 buyer accounts',
      'UpdateTargeting',
      {
        PositiveTargeting: {
          BuyerAccounts: Array.from({ length: 27 }, (_, each) => String(100000000000 + each)),
        },
      },
      'BuyerAccounts',
    ],
    ['a name over 150 characters', 'UpdateInformation', { Name: 'n'.repeat(151) }, 'Name'],
    ['a name with markup', 'UpdateInformation', { Name: '<b>Offer</b>' }, 'Name'],
    [
      'a date that is none',
      'UpdateAvailability',
      { AvailabilityEndDate: '31.12.2026' },
      'AvailabilityEndDate',
    ],
    [
      'two legal documents',
      'UpdateLegalTerms',
      { Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'StandardEula' }, { Type: 'StandardEula' }] }] },
      'Documents',
    ],
    ['no terms at all', 'UpdatePricingTerms', { PricingModel: 'Contract', Terms: [] }, 'Terms'],
  ])('%s', async (_what, changeType, details, field) => {
    const offerId = await releasedOffer(clients);
    const [first] = await refused([update(changeType, details, offerId)]);
    expect(first).toMatchObject({
      Reason: 'FieldValidationFailed',
      ChangeType: changeType,
      EntityId: offerId,
    });
    expect(first?.Field).toContain(field);
  });

  it('more than 20 changes', async () => {
    await refused(Array.from({ length: 21 }, () => update('UpdateInformation', { Name: 'x' }, 'offer-none')));
  });

  it('the same change twice on one offer', async () => {
    const change = update('UpdateInformation', { Name: 'x' });
    await refused([...offerChanges(), change]);
  });

  it('a reference to no change of the set', async () => {
    await refused([update('UpdateInformation', { Name: 'x' }, '$Nothing.Entity.Identifier')]);
  });

  it('an offer or product that does not exist, with 404', async () => {
    const unknown = update('UpdateInformation', { Name: 'x' }, 'offer-doesnotexist0');
    await expect(start(clients, [unknown])).rejects.toBeInstanceOf(ResourceNotFoundException);
    const CreateOffer = {
      ...offerChanges()[0],
      ChangeType: 'CreateOffer',
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { ProductId: 'prod-none' },
    };
    await expect(start(clients, [CreateOffer])).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
  });
});

describe('reading change sets', () => {
  it('finds them by name, status and offer', async () => {
    const ChangeSetName = 'deal 4711';
    const { ChangeSetId } = await start(clients, offerChanges(), { ChangeSetName });
    const { ChangeSet } = await ended(clients, ChangeSetId);
    const entityId = ChangeSet?.[0]?.Entity?.Identifier?.split('@')[0] ?? '';
    const FilterList = [
      { Name: 'ChangeSetName', ValueList: [ChangeSetName] },
      { Name: 'Status', ValueList: ['SUCCEEDED'] },
      { Name: 'EntityId', ValueList: [entityId] },
    ];
    const found = await clients.catalog.send(new ListChangeSetsCommand({ Catalog, FilterList }));
    expect(found.ChangeSetSummaryList).toEqual([
      expect.objectContaining({ ChangeSetId, EntityIdList: [entityId] }),
    ]);
  });

  it('pages, newest first', async () => {
    const all: (string | undefined)[] = [];
    let NextToken: string | undefined;
    do {
      const page = await clients.catalog.send(
        new ListChangeSetsCommand({ Catalog, MaxResults: 3, NextToken }),
      );
      expect(page.ChangeSetSummaryList?.length).toBeLessThanOrEqual(3);
      all.push(...(page.ChangeSetSummaryList ?? []).map(each => each.ChangeSetId));
      NextToken = page.NextToken;
    } while (NextToken);
    expect(new Set(all).size).toBe(emulator.changeSets().length);
  });

  it('refuses an unknown filter and a token that is not its own', async () => {
    const wrong = [{ FilterList: [{ Name: 'Colour', ValueList: ['red'] }] }, { NextToken: 'nonsense' }];
    for (const input of wrong) {
      const listing = clients.catalog.send(new ListChangeSetsCommand({ Catalog, ...input }));
      await expect(listing).rejects.toBeInstanceOf(ValidationException);
    }
  });

  it('knows no change set of another id', async () => {
    await expect(describeSet('__proto__')).rejects.toBeInstanceOf(ResourceNotFoundException);
  });
});

describe('reading entities', () => {
  it('gives the offer back with dates as moments', async () => {
    const EntityId = await releasedOffer(clients);
    const entity = await clients.catalog.send(new DescribeEntityCommand({ Catalog, EntityId }));
    expect(entity).toMatchObject({ EntityType: 'Offer@1.0', EntityIdentifier: `${EntityId}@1` });
    expect(entity.DetailsDocument).toMatchObject({
      State: 'Released',
      ProductId: PRODUCT,
      Rules: [
        { Type: 'TargetingRule' },
        { Type: 'AvailabilityRule', AvailabilityEndDate: `${inDays(30)}T23:59:59Z` },
      ],
    });
    expect(JSON.parse(entity.Details ?? '')).toEqual(entity.DetailsDocument);
  });

  it('tells beside the rest what it cannot describe', async () => {
    const EntityRequestList = [PRODUCT, 'offer-doesnotexist0'].map(EntityId => ({ Catalog, EntityId }));
    const batch = await clients.catalog.send(new BatchDescribeEntitiesCommand({ EntityRequestList }));
    expect(batch.EntityDetails?.[PRODUCT]?.EntityType).toBe('SaaSProduct@1.0');
    expect(batch.Errors?.['offer-doesnotexist0']?.ErrorCode).toBe('ResourceNotFoundException');
  });
});
