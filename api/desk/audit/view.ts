import type { SecurityEvent } from '../../../shared/models/desk/security-event.ts';
import { auditParts } from '../../audit/rows.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { DealFilter } from '../deals/filter.ts';
import type { DeskContext } from '../desk-context.ts';

export const auditUrl = '/desk/audit';

/** What is taken out. */
export const partChoices = ['all', ...auditParts] as const;
export type PartChoice = (typeof partChoices)[number];

export interface AuditView {
  context: DeskContext;
  /** Of the list whose deals are meant; every deal without it. */
  filter?: DealFilter;
  /** Days, `YYYY-MM-DD`, as they were typed. */
  from: string;
  until: string;
  part: PartChoice;
  errors: FieldErrors;
  /** Compared with the one in a file. */
  publicKey: string;
  /** The newest, newest first. */
  events: SecurityEvent[];
}
