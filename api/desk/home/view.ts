import type { DeskContext } from '../desk-context.ts';
import type { Checklist } from '../settings/start/checklist.ts';
import type { StaffMember } from '../staff.ts';
import type { Waiting, Whose } from './find-waiting.ts';
import type { StageSum } from './pipeline.ts';

/** What the first page of the desk shows. */
export interface HomeView {
  context: DeskContext;
  whose: Whose;
  waiting: Waiting[];
  /** False when more waits than is shown. */
  isWhole: boolean;
  stages: StageSum[];
  colleagues: StaffMember[];
  /** For admins. */
  checklist?: Checklist;
}
