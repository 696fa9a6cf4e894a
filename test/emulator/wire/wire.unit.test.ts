import { SearchAgreementsCommand } from '@aws-sdk/client-marketplace-agreement';
import { ListEntitiesCommand } from '@aws-sdk/client-marketplace-catalog';
import { GetEntitlementsCommand } from '@aws-sdk/client-marketplace-entitlement-service';
import { ResolveCustomerCommand } from '@aws-sdk/client-marketplace-metering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import { clientsOf, PRODUCT_CODE, quickEmulator } from '../offers.ts';

let emulator: Emulator;
beforeAll(async () => {
  emulator = await quickEmulator();
});
afterAll(() => emulator.stop());

const credential = (scope: string) =>
  `AWS4-HMAC-SHA256 Credential=AKID/20261122/us-east-1/${scope}/aws4_request, SignedHeaders=host, Signature=0`;

async function post(path: string, headers: Record<string, string>, body = '{}') {
  const answer = await fetch(emulator.url + path, { method: 'POST', headers, body });
  const { __type, message, Message } = (await answer.json()) as Record<string, string>;
  return {
    status: answer.status,
    type: __type ?? answer.headers.get('x-amzn-errortype'),
    message: message ?? Message,
  };
}

describe('the address', () => {
  it('can be one for all services', async () => {
    const clients = clientsOf(emulator, { prefixed: false });
    const filters = [{ name: 'AgreementType', values: ['PurchaseAgreement'] }];
    await clients.agreement.send(new SearchAgreementsCommand({ filters }));
    await clients.catalog.send(
      new ListEntitiesCommand({ Catalog: 'AWSMarketplace', EntityType: 'SaaSProduct' }),
    );
    await clients.entitlement.send(new GetEntitlementsCommand({ ProductCode: PRODUCT_CODE }));
    const resolving = clients.metering.send(new ResolveCustomerCommand({ RegistrationToken: 'x' }));
    await expect(resolving).rejects.toMatchObject({ name: 'InvalidTokenException' });
  });
});

describe('a call is refused', () => {
  const target = { 'x-amz-target': 'AWSMPMeteringService.ResolveCustomer' };

  it('without a signature', async () => {
    expect(await post('/metering', target)).toMatchObject({
      status: 403,
      type: 'MissingAuthenticationTokenException',
    });
    expect(await post('/catalog/ListEntities', {})).toMatchObject({
      status: 403,
      type: 'MissingAuthenticationTokenException',
    });
  });

  it('with a signature that is none', async () => {
    const headers = { ...target, authorization: 'Bearer token' };
    expect(await post('/metering', headers)).toMatchObject({ type: 'IncompleteSignatureException' });
  });

  it('with a signature for another service', async () => {
    const headers = { ...target, authorization: credential('execute-api') };
    expect(await post('/metering', headers)).toMatchObject({
      status: 403,
      type: 'InvalidSignatureException',
    });
  });

  it('with a body that is not JSON', async () => {
    const headers = { ...target, authorization: credential('aws-marketplace') };
    expect(await post('/metering', headers, '{"x')).toMatchObject({
      status: 400,
      type: 'SerializationException',
    });
  });

  it('with an operation that does not exist', async () => {
    for (const operation of [
      'AWSMPMeteringService.Refund',
      'AWSMPMeteringService.constructor',
      'Nothing',
      '',
    ]) {
      const headers = { 'x-amz-target': operation, authorization: credential('aws-marketplace') };
      expect(await post('/metering', headers)).toMatchObject({ type: 'UnknownOperationException' });
    }
  });
});
