import type { Deal } from '../../../deal/deal.ts';
import type { Product } from '../../../deal/terms/products.ts';
import type { FormValues } from '../../forms/fields.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';
import type { DraftShown } from './draft/draft-shown.ts';
import type { TermsSummary } from './summary.ts';

/** What the form of the terms shows. */
export interface TermsView {
  context: DeskContext;
  deal: Deal;
  products: Product[];
  values: FormValues;
  errors: FieldErrors;
  summary: TermsSummary;
  /** Why the terms could not be proposed, when it was not for a field. */
  problem?: string;
  /** The command's id, when sending again must not happen twice. */
  nonce?: string;
  /** The draft that the form goes on with, or takes the place of. */
  draft: DraftShown;
  /** With every time zone in its list. */
  allZones?: boolean;
}
