import type { CommandType } from '../../../deal/commands.ts';

/** What became of a step that the reader has just taken. */
export type StepOutcome =
  | { state: 'applied'; action: CommandType }
  | { state: 'refused'; action: CommandType; reason: string; details?: string[]; title?: string }
  | { state: 'pending'; commandId: string };
