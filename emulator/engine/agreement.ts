export type AgreementStatus =
  | 'ACTIVE'
  | 'ARCHIVED'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'RENEWED'
  | 'REPLACED'
  | 'ROLLED_BACK'
  | 'SUPERSEDED'
  | 'TERMINATED';

export type AcceptedRateCard = {
  selector?: { type: string; value: string };
  rateCard: { dimensionKey: string; price: string }[];
};

/** One term as GetAgreementTerms gives it, `{ validityTerm: { … } }`; its single member names its type. */
export type AcceptedTerm = {
  configurableUpfrontPricingTerm?: {
    currencyCode: string;
    rateCards: AcceptedRateCard[];
    configuration?: {
      selectorValue: string;
      dimensions: { dimensionKey: string; dimensionValue: number }[];
    };
  };
  fixedUpfrontPricingTerm?: { currencyCode: string; price: string };
  paymentScheduleTerm?: { currencyCode: string; schedule: { chargeAmount: string }[] };
  renewalTerm?: {
    configuration?: { enableAutoRenew: boolean };
    priceIncrease?: { fixedPercentage?: { value: string }; percentageRange?: { defaultValue: string } };
    lockoutPeriod?: string;
    maxRenewals?: number;
  };
};

export type Agreement = {
  id: string;
  intent: 'NEW' | 'AMEND' | 'RENEW' | 'REPLACE';
  status: AgreementStatus;
  offerId: string;
  productId: string;
  acceptorAccountId: string;
  acceptanceTime: string;
  startTime: string;
  /** Null: open-ended. */
  endTime: string | null;
  lastUpdateTime: string;
  initialAgreementId: string;
  previousAgreementId?: string;
  terms: AcceptedTerm[];
  entitlements: { dimension: string; quantity: number }[];
  value: { currency: string; amount: string };
  autoRenew: boolean;
  /** How often the agreement has been renewed up to this one. */
  renewals: number;
  licenseArn: string;
  license: 'PENDING' | 'SCHEDULED' | 'PROVISIONED' | 'FAILED' | 'DEPROVISIONED';
  /** The machine's time from which GetEntitlements shows the license. */
  entitledFrom?: number;
};

export const renewalTermOf = ({ terms }: Agreement) => terms.find(each => each.renewalTerm)?.renewalTerm;

export type RegistrationToken = {
  token: string;
  agreementId: string;
  /** The machine's time, epoch ms. */
  createdAt: number;
  expired: boolean;
  resolved: number;
};

export type CancellationRequest = {
  id: string;
  agreementId: string;
  reasonCode: string;
  description?: string;
  status: 'PENDING_APPROVAL' | 'APPROVED' | 'REJECTED' | 'CANCELLED' | 'VALIDATION_FAILED';
  statusMessage?: string;
  clientToken: string;
  createdAt: string;
  updatedAt: string;
};

/** `quantity` in units of 10^-8, as a whole number that JSON does not round. */
export type MeteredUsage = { id: string; quantity: string };
