import { wholeSecond } from './dates.ts';
import { newId } from './ids.ts';
import type { Product } from './offer.ts';
import type { Settings } from './settings.ts';
import type { State } from './state.ts';

export type Seed = {
  clock: { scale: number; anchor: number };
  fulfillmentUrl: string;
  eventTarget: Settings['eventTarget'];
};

const defaultSettings = ({ fulfillmentUrl, eventTarget }: Seed): Settings => ({
  fulfillmentUrl,
  eventTarget,
  changeSetDelay: 1500,
  agreementEventDelay: 300,
  licenseDelay: 1000,
  entitlementLag: 0,
  emptyEntitlementPage: false,
  registrationTokenLifetime: 4 * 3_600_000,
  singleUseTokens: false,
  events: { delay: 0, duplicate: false, reorder: false, drop: false },
  eventAttempts: 185,
  concurrentOffers: 20,
  snsBaseUrl: null,
  snsSignatureVersion: '1',
  legacyListings: false,
  failNextPayments: 0,
});

const exampleProduct = (now: string): Product => ({
  id: 'prod-examplecloud01',
  code: 'examplecloud0000000000001',
  title: 'Example Cloud',
  state: 'Limited',
  dimensions: [
    {
      key: 'committed_spend',
      name: 'Committed spend',
      description: 'Use of Example Cloud that is paid for in advance',
      unit: 'Units',
    },
    {
      key: 'premium_support',
      name: 'Premium support',
      description: 'Support at any hour, answered within one hour',
      unit: 'Units',
    },
  ],
  lastModifiedDate: now,
});

/** A fresh marketplace: one seller with one SaaS contract product, and three buyer accounts. */
export function seededState(seed: Seed): State {
  const { scale, anchor } = seed.clock;
  const business = anchor + (Date.now() - anchor) * scale;
  const product = exampleProduct(wholeSecond(new Date(business)));
  return {
    version: 1,
    sellerAccountId: '999988887777',
    sellerName: 'Example Software',
    clock: { scale, real: anchor, business: anchor },
    settings: defaultSettings(seed),
    accounts: [
      { id: '111122223333', name: 'Acme production' },
      { id: '444455556666', name: 'Acme sandbox' },
      { id: '777788889999', name: 'Another company' },
    ],
    products: { [product.id]: product },
    offers: {},
    changeSets: {},
    changeSetTokens: {},
    agreements: {},
    registrationTokens: {},
    cancellationRequests: {},
    usage: {},
    events: [],
    queue: [],
    snsSubscriptions: [],
    jobs: [],
    faults: [],
    changeSetFailures: [],
  };
}

/** A product as the control API describes it; what is left out gets a sensible value. */
export function newProduct(wanted: Partial<Product>, now: string): Product {
  return {
    id: wanted.id ?? newId.product(),
    code: wanted.code ?? newId.productCode(),
    title: wanted.title ?? 'Another product',
    state: wanted.state ?? 'Limited',
    dimensions: wanted.dimensions ?? [
      { key: 'seats', name: 'Seats', description: 'People who use it', unit: 'Units' },
    ],
    lastModifiedDate: now,
    ...(wanted.fulfillmentUrl && { fulfillmentUrl: wanted.fulfillmentUrl }),
  };
}
