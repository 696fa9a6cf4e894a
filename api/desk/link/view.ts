import type { Deal } from '../../../deal/deal.ts';
import type { Organization, OwnObstacle } from '../../../shared/accounts/accounts.ts';
import type { FormValues } from '../../forms/fields.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import { dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';

/** The page on which support links a purchase to another organization. */
export interface LinkView {
  context: DeskContext;
  deal: Deal;
  /** What was searched for. */
  words: string;
  candidates: Candidate[];
  values: FormValues;
  errors: FieldErrors;
  /** Why the form was not taken. */
  problem?: string;
  /** The command's id, when sending again must not happen twice. */
  nonce?: string;
}

/** An organization that the purchase may be linked to, or why not. */
export interface Candidate extends Organization {
  managers: string[];
  /** Agreements that bill it now. */
  billedBy: string[];
  obstacle?: OwnObstacle | 'nobodyManages';
  /** The purchase is linked to it. */
  isPresent: boolean;
}

export const linkUrl = (dealId: string) => `${dealUrl(dealId)}/link`;
