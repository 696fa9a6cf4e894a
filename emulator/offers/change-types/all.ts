import { UpdateAvailability } from './availability.ts';
import type { ChangeType } from './change-type.ts';
import { CreateOffer, CreateReplacementOffer } from './create.ts';
import { UpdateInformation } from './information.ts';
import { UpdateLegalTerms } from './legal.ts';
import { UpdateNetPaymentTerms } from './net-payment.ts';
import { UpdatePaymentScheduleTerms } from './payment-schedule.ts';
import { UpdatePricingTerms } from './pricing.ts';
import { ReleaseOffer } from './release.ts';
import { UpdateRenewalTerms } from './renewal.ts';
import { UpdateSupportTerms } from './support.ts';
import { UpdateTargeting } from './targeting.ts';
import { UpdateValidityTerms } from './validity.ts';

/** In the order in which a change set is worked on, whatever the order of the request. */
export const changeTypes: Record<string, ChangeType> = {
  CreateOffer,
  CreateReplacementOffer,
  UpdateInformation,
  UpdateTargeting,
  UpdatePricingTerms,
  UpdateValidityTerms,
  UpdatePaymentScheduleTerms,
  UpdateLegalTerms,
  UpdateSupportTerms,
  UpdateRenewalTerms,
  UpdateNetPaymentTerms,
  UpdateAvailability,
  ReleaseOffer,
};
