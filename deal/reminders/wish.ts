import type { KeyPart } from '../keys.ts';
import type { DeadlineKind } from './deadline.ts';

/**
 * What a part of the deal wants to happen by itself. It says when in its own terms; hours, holidays, spacing and who
 * wants to be reminded are the plan's. All moments ISO, all lengths milliseconds.
 */
export type Wish = Exactly | InStaffHours | AfterStaffHours | AgainAndAgain | BeforeEnd | AfterBeginning;

interface Wanted {
  kind: DeadlineKind;
  /** What it is of; a deadline of another thing has another key. */
  of?: KeyPart[];
}

interface Exactly extends Wanted {
  when: 'exactly';
  at: string;
}

/** As soon after a moment as staff work. */
interface InStaffHours extends Wanted {
  when: 'inStaffHours';
  at: string;
}

/** Once staff have had so many working hours. */
interface AfterStaffHours extends Wanted {
  when: 'afterStaffHours';
  since: string;
  hours: number;
  /** From this moment on it would be of no use. */
  until?: string;
}

/** After each period, in staff's hours, until the reason is gone. */
export interface AgainAndAgain extends Wanted {
  when: 'againAndAgain';
  since: string;
  every: number;
}

/** Some times before the end that its kind counts the days to, so that its readers can still do something. */
export interface BeforeEnd extends Wanted {
  when: 'beforeEnd';
  /** When the readers heard of the end. */
  since: string;
  times: Distance[];
}

/** Some times after a beginning, to readers who have done nothing since. */
export interface AfterBeginning extends Wanted {
  when: 'afterBeginning';
  of: KeyPart[];
  since: string;
  times: Distance[];
}

interface Distance {
  name: KeyPart;
  length: number;
}
