import {
  type GetEntitlementFilterName,
  GetEntitlementsCommand,
  InvalidParameterException,
  paginateGetEntitlements,
} from '@aws-sdk/client-marketplace-entitlement-service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cbor } from '@smithy/core/cbor';
import type { Emulator } from '../../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  offerChanges,
  PRODUCT_CODE,
  quickEmulator,
  releasedOffer,
  until,
  update,
} from '../../offers.ts';

const OTHER = '777788889999';
let emulator: Emulator;
let clients: Clients;
let mine: ReturnType<Emulator['accept']>;
let others: ReturnType<Emulator['accept']>;

async function purchase(accountId: string) {
  const UpdateTargeting = update('UpdateTargeting', { PositiveTargeting: { BuyerAccounts: [accountId] } });
  const offerId = await releasedOffer(clients, offerChanges({ UpdateTargeting }));
  return emulator.accept({ offerId, accountId, units: { committed_spend: 2, premium_support: 1 } });
}
const isProvisioned = ({ id }: { id: string }) => emulator.state.agreements[id]?.license === 'PROVISIONED';

beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
  mine = await purchase(BUYER);
  others = await purchase(OTHER);
  await until('both licenses', () => isProvisioned(mine) && isProvisioned(others));
});
afterAll(() => emulator.stop());

type Filter = Partial<Record<GetEntitlementFilterName, string[]>>;
const get = async (Filter?: Filter) => {
  const command = new GetEntitlementsCommand({ ProductCode: PRODUCT_CODE, ...(Filter && { Filter }) });
  return (await clients.entitlement.send(command)).Entitlements ?? [];
};
const names = async (Filter?: Filter) =>
  (await get(Filter))
    .map(each => `${each.CustomerAWSAccountId} ${each.Dimension} ${each.Value?.IntegerValue}`)
    .sort();

describe('GetEntitlements', () => {
  it('unites the values of a filter and intersects the filters', async () => {
    expect(await names({ CUSTOMER_AWS_ACCOUNT_ID: [BUYER, OTHER], DIMENSION: ['committed_spend'] })).toEqual([
      `${BUYER} committed_spend 2`,
      `${OTHER} committed_spend 2`,
    ]);
    expect(await names({ LICENSE_ARN: [mine.licenseArn], DIMENSION: ['premium_support'] })).toEqual([
      `${BUYER} premium_support 1`,
    ]);
    expect(await names({ LICENSE_ARN: [mine.licenseArn], CUSTOMER_AWS_ACCOUNT_ID: [OTHER] })).toEqual([]);
  });

  it('knows nobody by the retired customer identifier', async () => {
    expect(await names({ CUSTOMER_IDENTIFIER: ['anyone'] })).toEqual([]);
  });

  it('pages, also over an empty page that has a next one', async () => {
    emulator.settings({ emptyEntitlementPage: true });
    const sizes: number[] = [];
    const pages = paginateGetEntitlements(
      { client: clients.entitlement, pageSize: 3 },
      { ProductCode: PRODUCT_CODE },
    );
    for await (const page of pages) sizes.push(page.Entitlements?.length ?? 0);
    emulator.settings({ emptyEntitlementPage: false });
    expect(sizes).toEqual([0, 3, 1]);
  });

  it('is empty before the license event and while it lags behind', async () => {
    emulator.settings({ licenseDelay: 30, entitlementLag: 60_000 });
    const late = await purchase(BUYER);
    expect(await get({ LICENSE_ARN: [late.licenseArn] })).toEqual([]);
    await until('the license', () => isProvisioned(late));
    expect(await get({ LICENSE_ARN: [late.licenseArn] })).toEqual([]);
    emulator.settings({ licenseDelay: 10, entitlementLag: 0 });
  });

  it('shows nothing of an agreement that has ended', async () => {
    const ending = await purchase(BUYER);
    await until('the license', () => isProvisioned(ending));
    emulator.endAgreement(ending.id, 'CANCELLED');
    await until('the end', async () => (await get({ LICENSE_ARN: [ending.licenseArn] })).length === 0);
  });

  it('refuses an unknown product and filters that exclude each other', async () => {
    const wrong = [
      { ProductCode: 'unknown' },
      { ProductCode: PRODUCT_CODE, Filter: { CUSTOMER_IDENTIFIER: ['x'], CUSTOMER_AWS_ACCOUNT_ID: [BUYER] } },
      { ProductCode: PRODUCT_CODE, MaxResults: 26 },
      { ProductCode: PRODUCT_CODE, NextToken: 'nonsense' },
    ];
    for (const input of wrong) {
      const getting = clients.entitlement.send(new GetEntitlementsCommand(input));
      await expect(getting).rejects.toBeInstanceOf(InvalidParameterException);
    }
  });
});

describe('the CBOR protocol of newer SDKs', () => {
  const call = async (body: unknown) => {
    const answer = await fetch(
      `${emulator.url}/entitlement/service/AWSMPEntitlementService/operation/GetEntitlements`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/cbor',
          'smithy-protocol': 'rpc-v2-cbor',
          authorization:
            'AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/aws-marketplace/aws4_request, SignedHeaders=host, Signature=0',
        },
        body: Buffer.from(cbor.serialize(body)),
      },
    );
    expect(answer.headers.get('smithy-protocol')).toBe('rpc-v2-cbor');
    return { status: answer.status, body: cbor.deserialize(new Uint8Array(await answer.arrayBuffer())) };
  };

  it('answers with the same entitlements, timestamps tagged', async () => {
    const Filter = { LICENSE_ARN: [mine.licenseArn] };
    const { status, body } = await call({ ProductCode: PRODUCT_CODE, Filter });
    expect(status).toBe(200);
    expect(body.Entitlements).toHaveLength(2);
    expect(body.Entitlements[0].ExpirationDate).toMatchObject({ tag: 1 });
  });

  it('answers errors with their type', async () => {
    const { status, body } = await call({ ProductCode: 'unknown' });
    expect([status, body.__type]).toEqual([400, 'InvalidParameterException']);
  });
});
