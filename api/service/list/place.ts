import type { ListSort } from '../../../shared/models/deal-list.ts';
import { foreignCursor } from '../../cursor.ts';

/** A place in a list: before or after the deal that has this key in its sort. */
export interface Place {
  side: 'before' | 'after';
  key: string;
}

/** A place as an address carries it. */
export function cursorOf({ side, key }: Place, sort: ListSort): string {
  return Buffer.from(`${sort} ${side} ${key}`).toString('base64url');
}

/** The place behind a cursor of a list in this sort. Throws the Problem badRequest when it is not one of ours. */
export function placeOf(cursor: string, sort: ListSort): Place {
  const written = Buffer.from(cursor, 'base64url').toString();
  const [, side, key] = new RegExp(`^${sort} (before|after) ([ -~]{1,200})$`).exec(written) ?? [];
  if (key && (side === 'before' || side === 'after')) return { side, key };
  throw foreignCursor();
}
