import { UpdateAvailability } from './change-types/availability.ts';
import type { ChangeType } from './change-types/change-type.ts';
import { CreateOffer, CreateReplacementOffer } from './change-types/create.ts';
import { UpdateInformation } from './change-types/information.ts';
import { UpdateLegalTerms } from './change-types/legal.ts';
import { UpdateNetPaymentTerms } from './change-types/net-payment.ts';
import { UpdatePaymentScheduleTerms } from './change-types/payment-schedule.ts';
import { UpdatePricingTerms } from './change-types/pricing.ts';
import { ReleaseOffer } from './change-types/release.ts';
import { UpdateRenewalTerms } from './change-types/renewal.ts';
import { UpdateSupportTerms } from './change-types/support.ts';
import { UpdateTargeting } from './change-types/targeting.ts';
import { UpdateValidityTerms } from './change-types/validity.ts';

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
