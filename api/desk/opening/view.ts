import type { Deal } from '../../../deal/deal.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import type { FormValues } from '../../forms/fields.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';
import type { StaffMember } from '../staff.ts';
import type { Prefilled } from './first-values.ts';

/** The page on which a purchase that no deal knows becomes a deal. */
export interface OpeningView {
  context: DeskContext;
  /** As typed. */
  agreementId: string;
  /** What AWS knows of it; absent before it was asked, and when no deal can be opened. */
  known?: KnownPurchase;
  values: FormValues;
  /** Where the values come from. */
  from?: Prefilled['from'];
  colleagues: StaffMember[];
  errors: FieldErrors;
  problem?: string;
  /** The deal that has the agreement. */
  taken?: string;
  /** News of it is still being matched, for so many seconds. */
  matching?: number;
  allZones: boolean;
}

export interface KnownPurchase {
  terms: Terms;
  acceptedAt?: string;
  startsAt: string;
  endsAt?: string;
  offerId?: string;
  origin?: Deal;
}

export const openingUrl = '/desk/purchases/new';
export const openingUrlOf = (agreementId: string) =>
  `${openingUrl}?${new URLSearchParams({ agreement: agreementId })}`;
