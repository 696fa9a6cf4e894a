import {
  DescribeAgreementCommand,
  GetAgreementTermsCommand,
  SearchAgreementsCommand,
} from '@aws-sdk/client-marketplace-agreement';
import { GetEntitlementsCommand } from '@aws-sdk/client-marketplace-entitlement-service';
import { ResolveCustomerCommand } from '@aws-sdk/client-marketplace-metering';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  instalmentChanges,
  PRODUCT_CODE,
  quickEmulator,
  releasedOffer,
  until,
} from '../offers.ts';

let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
afterAll(() => emulator.stop());

describe('a purchase', () => {
  it('leads from the released offer over the agreement to the entitlement', async () => {
    const offerId = await releasedOffer(clients);
    const agreement = emulator.accept({ offerId, accountId: BUYER, units: { committed_spend: 1 } });
    const { token } = emulator.registrationToken(agreement.id);
    const customer = await clients.metering.send(new ResolveCustomerCommand({ RegistrationToken: token }));
    expect(customer).toMatchObject({
      CustomerAWSAccountId: BUYER,
      ProductCode: PRODUCT_CODE,
      LicenseArn: agreement.licenseArn,
    });
    const entitlements = await until('entitlements', async () => {
      const Filter = { LICENSE_ARN: [agreement.licenseArn] };
      const answer = await clients.entitlement.send(
        new GetEntitlementsCommand({ ProductCode: PRODUCT_CODE, Filter }),
      );
      return answer.Entitlements?.length ? answer.Entitlements : undefined;
    });
    expect(entitlements).toEqual([
      expect.objectContaining({
        Dimension: 'committed_spend',
        Value: { IntegerValue: 1 },
        CustomerAWSAccountId: BUYER,
      }),
    ]);
    expect(entitlements[0]?.ExpirationDate).toBeInstanceOf(Date);
    const found = await clients.agreement.send(
      new SearchAgreementsCommand({
        catalog: 'AWSMarketplace',
        filters: [
          { name: 'AgreementType', values: ['PurchaseAgreement'] },
          { name: 'PartyType', values: ['Proposer'] },
          { name: 'OfferId', values: [offerId] },
        ],
      }),
    );
    expect(found.agreementViewSummaries).toEqual([
      expect.objectContaining({ agreementId: agreement.id, status: 'ACTIVE' }),
    ]);
    const described = await clients.agreement.send(
      new DescribeAgreementCommand({ agreementId: agreement.id }),
    );
    expect(described.estimatedCharges).toEqual({ agreementValue: '12000.00', currencyCode: 'USD' });
    expect(described.endTime).toBeInstanceOf(Date);
  });

  it('keeps instalments as timestamps in the terms', async () => {
    const offerId = await releasedOffer(clients, instalmentChanges());
    const { id } = emulator.accept({ offerId, accountId: BUYER });
    const { acceptedTerms } = await clients.agreement.send(new GetAgreementTermsCommand({ agreementId: id }));
    const schedule = acceptedTerms?.flatMap(term => term.paymentScheduleTerm?.schedule ?? []);
    expect(schedule?.map(each => each.chargeDate instanceof Date)).toEqual([true, true]);
  });
});
