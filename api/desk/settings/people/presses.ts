import type { Deps } from '../../../deps.ts';
import { resetSecondFactor } from '../../second-factor/change-second-factor.ts';
import type { Asking } from '../changes/asking.ts';
import { deactivate, endSignIns, reactivate, type Why } from './change-people.ts';
import { sendLink } from './invite.ts';
import type { DoneName } from './view.ts';

interface Press {
  press: (deps: Deps, staffId: string, asking: Asking) => Promise<{ refused: Why } | undefined>;
  /** What is said then. */
  done: DoneName;
}

export type PressName = 'link' | 'end-sign-ins' | 'reset-second-factor' | 'deactivate' | 'reactivate';

/** What is done to a person in one press, by the end of its address. */
export const presses: Record<PressName, Press> = {
  link: { press: sendLink, done: 'linkSent' },
  'end-sign-ins': { press: endSignIns, done: 'signInsEnded' },
  'reset-second-factor': { press: resetSecondFactor, done: 'secondFactorReset' },
  deactivate: { press: deactivate, done: 'deactivated' },
  reactivate: { press: reactivate, done: 'reactivated' },
};
