import { setTimeout as sleep } from 'node:timers/promises';
import { MarketplaceAgreementClient } from '@aws-sdk/client-marketplace-agreement';
import {
  type Change,
  DescribeChangeSetCommand,
  MarketplaceCatalogClient,
  StartChangeSetCommand,
} from '@aws-sdk/client-marketplace-catalog';
import { MarketplaceEntitlementServiceClient } from '@aws-sdk/client-marketplace-entitlement-service';
import { MarketplaceMeteringClient } from '@aws-sdk/client-marketplace-metering';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../emulator/emulator.ts';

export const PRODUCT = 'prod-examplecloud01';
export const PRODUCT_CODE = 'examplecloud0000000000001';
export const BUYER = '111122223333';

const common = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local' },
  maxAttempts: 1,
});

/** The unmodified clients, each at its prefix or all at one address. */
export const clientsOf = ({ url }: Pick<Emulator, 'url'>, { prefixed = true } = {}) => {
  const at = (service: string) => common(prefixed ? `${url}/${service}` : url);
  return {
    catalog: new MarketplaceCatalogClient(at('catalog')),
    agreement: new MarketplaceAgreementClient(at('agreement')),
    metering: new MarketplaceMeteringClient(at('metering')),
    entitlement: new MarketplaceEntitlementServiceClient(at('entitlement')),
  };
};
export type Clients = ReturnType<typeof clientsOf>;

/** An emulator without waiting: every delay is a few milliseconds. */
export async function quickEmulator(options: Partial<EmulatorOptions> = {}): Promise<Emulator> {
  const emulator = await startEmulator({ port: 0, ...options });
  emulator.settings({ changeSetDelay: 10, agreementEventDelay: 5, licenseDelay: 10, concurrentOffers: 1000 });
  return emulator;
}

/** Waits for a condition; fails with what was waited for. */
export async function until<T>(what: string, probe: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    const value = await probe();
    if (value) return value as NonNullable<T>;
    await sleep(5);
  }
  throw new Error(`Waited in vain for ${what}.`);
}

const DAY = 86_400_000;
export const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const ref = '$CreateOfferChange.Entity.Identifier';
export const update = (ChangeType: string, DetailsDocument: Change['DetailsDocument'], id = ref): Change => ({
  ChangeType,
  Entity: { Type: 'Offer@1.0', Identifier: id },
  DetailsDocument,
});

export const contractPricing = {
  PricingModel: 'Contract',
  Terms: [
    {
      Type: 'ConfigurableUpfrontPricingTerm',
      CurrencyCode: 'USD',
      RateCards: [
        {
          Selector: { Type: 'Duration', Value: 'P12M' },
          RateCard: [
            { DimensionKey: 'committed_spend', Price: '12000.00' },
            { DimensionKey: 'premium_support', Price: '2500.00' },
          ],
          Constraints: { MultipleDimensionSelection: 'Allowed', QuantityConfiguration: 'Allowed' },
        },
      ],
    },
  ],
};

/** The changes of one private offer, by change type, so that a test can leave one out or put another in. */
export function offerChanges(overrides: Record<string, Change | undefined> = {}): Change[] {
  const changes: Record<string, Change | undefined> = {
    CreateOffer: {
      ChangeType: 'CreateOffer',
      ChangeName: 'CreateOfferChange',
      Entity: { Type: 'Offer@1.0' },
      DetailsDocument: { ProductId: PRODUCT },
    },
    UpdateInformation: update('UpdateInformation', { Name: 'Offer for Acme', Description: 'deal 42' }),
    UpdateTargeting: update('UpdateTargeting', { PositiveTargeting: { BuyerAccounts: [BUYER] } }),
    UpdatePricingTerms: update('UpdatePricingTerms', contractPricing),
    UpdateLegalTerms: update('UpdateLegalTerms', {
      Terms: [{ Type: 'LegalTerm', Documents: [{ Type: 'StandardEula', Version: '2022-07-14' }] }],
    }),
    UpdateAvailability: update('UpdateAvailability', { AvailabilityEndDate: inDays(30) }),
    ReleaseOffer: update('ReleaseOffer', {}),
    ...overrides,
  };
  return Object.values(changes).filter(change => change !== undefined);
}

/** The changes of an offer that is paid in instalments. */
export const instalmentChanges = (): Change[] =>
  offerChanges({
    UpdatePricingTerms: update('UpdatePricingTerms', {
      PricingModel: 'Contract',
      Terms: [
        {
          Type: 'FixedUpfrontPricingTerm',
          CurrencyCode: 'USD',
          Price: '0.0',
          Grants: [{ DimensionKey: 'committed_spend', MaxQuantity: 1 }],
        },
      ],
    }),
    UpdateValidityTerms: update('UpdateValidityTerms', {
      Terms: [{ Type: 'ValidityTerm', AgreementDuration: 'P12M' }],
    }),
    UpdatePaymentScheduleTerms: update('UpdatePaymentScheduleTerms', {
      Terms: [
        {
          Type: 'PaymentScheduleTerm',
          CurrencyCode: 'USD',
          Schedule: [
            { ChargeDate: inDays(10), ChargeAmount: '6000.00' },
            { ChargeDate: inDays(100), ChargeAmount: '6000.00' },
          ],
        },
      ],
    }),
  });

export const start = (
  { catalog }: Clients,
  ChangeSet: Change[],
  more: { ClientRequestToken?: string; ChangeSetName?: string } = {},
) => catalog.send(new StartChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSet, ...more }));

/** Waits for the end of a change set. */
export const ended = ({ catalog }: Clients, ChangeSetId: string | undefined) =>
  until('the end of the change set', async () => {
    const described = await catalog.send(
      new DescribeChangeSetCommand({ Catalog: 'AWSMarketplace', ChangeSetId }),
    );
    return described.EndTime ? described : undefined;
  });

export async function outcome(clients: Clients, changes: Change[]) {
  const { ChangeSetId } = await start(clients, changes);
  return ended(clients, ChangeSetId);
}

/** The codes of all errors of a change set that failed. */
export async function failure(clients: Clients, changes: Change[]): Promise<(string | undefined)[]> {
  const { ChangeSet = [] } = await outcome(clients, changes);
  return ChangeSet.flatMap(each => each.ErrorDetailList ?? []).map(each => each.ErrorCode);
}

/** A released offer's id. */
export async function releasedOffer(clients: Clients, changes = offerChanges()): Promise<string> {
  const { ChangeSet, Status, ...rest } = await outcome(clients, changes);
  const id = ChangeSet?.[0]?.Entity?.Identifier?.split('@')[0];
  if (Status !== 'SUCCEEDED' || !id)
    throw new Error(`The offer was not made: ${JSON.stringify({ Status, ChangeSet, rest })}`);
  return id;
}
