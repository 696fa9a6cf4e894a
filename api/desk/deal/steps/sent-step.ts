import type { CommandBody } from '../../../../deal/commands.ts';
import type { Deal } from '../../../../deal/deal.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import type { StaffMember } from '../../staff.ts';

/** A step's form as it was sent, and what its fields are about. */
export interface StepForm {
  values: FormValues;
  deal: Deal;
  messages: Messages;
  colleagues: readonly StaffMember[];
}

/** `also`: a second command that the same press asks for. */
export type ParsedStep = { body: CommandBody; also?: CommandBody } | { errors: FieldErrors };
