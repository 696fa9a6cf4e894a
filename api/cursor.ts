import { fault } from '../shared/faults/faults.ts';
import { Problem } from '../shared/problems.ts';

/** The place of a row in a list that is sorted by a moment and, among rows of the same moment, by id. */
export interface Place {
  at: Date;
  id: string;
}

/** A place as an address carries it. */
export function cursorOf({ at, id }: { at: Date; id: unknown }): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');
}

/** The place behind a cursor. Throws the Problem badRequest when it is not one of ours. */
export function placeOf(cursor: string): Place {
  const [moment = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) throw foreignCursor();
  return { at, id };
}

/** What is answered to a cursor that is of another list, or of none. */
export const foreignCursor = () => new Problem('badRequest', { detail: fault('foreignCursor') });
