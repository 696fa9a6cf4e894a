import { Type } from 'typebox';
import type { Visit } from '../visit.ts';

/** A door of the accounts stands on its own, or on the way of a set-up session: then its address names the session. */
export const doorParams = Type.Object({
  sessionId: Type.String({ pattern: '^[A-Za-z0-9_-]{0,64}$', default: '' }),
});

export interface DoorVisit extends Visit {
  /** Empty at a door that stands on its own. */
  sessionId: string;
}
