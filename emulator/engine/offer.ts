export type Product = {
  id: string;
  code: string;
  title: string;
  state: 'Draft' | 'Limited' | 'Public' | 'Restricted';
  dimensions: Dimension[];
  lastModifiedDate: string;
  /** Where the buyer is sent for this product; without it the setting of the same name counts. */
  fulfillmentUrl?: string;
};

export const dimensionTypes = ['Entitled', 'Metered', 'ExternallyMetered'] as const;

export type Dimension = {
  key: string;
  name: string;
  description: string;
  unit: string;
  /** How it is billed: by contract, or by use. By contract alone without it. */
  types?: (typeof dimensionTypes)[number][];
};

/** A term as the Catalog API writes it, e.g. `{ Type: 'ValidityTerm', AgreementDuration: 'P12M' }`. */
// biome-ignore lint/suspicious/noExplicitAny: AWS's documents; every term is checked by its schema on the way in.
export type Term = { Type: string } & Record<string, any>;

export type Offer = {
  id: string;
  revision: number;
  state: 'Draft' | 'Released';
  name?: string;
  description?: string;
  productId: string;
  pricingModel?: string;
  terms: Term[];
  buyerAccounts?: string[];
  countryCodes?: string[];
  /** `YYYY-MM-DD`; the offer can be accepted until 23:59:59 UTC of that day. */
  availabilityEndDate?: string;
  preExistingAgreement?: { AcquisitionChannel: string; PricingModel: string };
  /** Set on a replacement offer: accepting it ends that agreement. */
  replacesAgreementId?: string;
  createdDate: string;
  lastModifiedDate: string;
  releaseDate?: string;
};
