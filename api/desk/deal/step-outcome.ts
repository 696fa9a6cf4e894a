import type { CommandType } from '../../../deal/commands.ts';

/** What became of a step that the reader has just taken. `takesBack`: the key of a reminder, whose press can be undone. */
export type StepOutcome =
  | { state: 'applied'; action: CommandType; takesBack?: string }
  | { state: 'refused'; action: CommandType; reason: string; details?: string[]; title?: string }
  | { state: 'pending'; commandId: string };
