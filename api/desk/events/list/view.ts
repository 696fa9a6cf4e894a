import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import type { DeskContext } from '../../desk-context.ts';
import type { Facts } from '../unmatched-facts.ts';
import { type Dismissed, unmatchedUrl } from '../view.ts';

/** What may be ours and waits for a person, what was bought of the seller's other listings, and what was dismissed. */
export const lists = ['unmatched', 'otherListings', 'dismissed'] as const;
export type List = (typeof lists)[number];

/** Where in a list the reader is; its two tables are read apart. */
export interface Place {
  list: List;
  purchases?: string;
  arrivals?: string;
}

/** A page of one table. */
export interface Lines {
  lines: UnmatchedLine[];
  nextCursor?: string;
}

export interface UnmatchedListView {
  context: DeskContext;
  place: Place;
  /** How many are too new to be in the list: a deal may take them by itself. */
  matching: number;
  purchases: Lines;
  arrivals: Lines;
  /** Something has just been dismissed, or taken back. */
  done?: 'dismissed' | 'restored';
  /** The lines that were ticked, and why they belong to no deal, as typed. */
  ticked: readonly string[];
  reason: string;
  errors: FieldErrors;
  problem?: string;
}

/** A line of the list: all that is known of one purchase, or one arrival. */
export interface UnmatchedLine {
  url: string;
  /** Its name in the form that dismisses several. */
  box: string;
  /** The one that leads, then what else AWS has said. */
  facts: Facts[];
  dismissed?: Dismissed;
}

export const boxKinds = ['purchase', 'arrival'] as const;
export type BoxKind = (typeof boxKinds)[number];
export const boxOf = (kind: BoxKind, id: string) => `${kind}:${id}`;
/** The names of a line's fields in the form that dismisses several: that it was ticked, and that the page had it. */
export const tickName = (box: string) => `ticked:${box}`;
export const shownName = (box: string) => `shown:${box}`;

/** The lines of which a form has this field. */
export function boxesIn(typed: FormValues, nameOf: (box: string) => string) {
  return boxKinds.flatMap(kind => {
    const beginning = nameOf(boxOf(kind, ''));
    const names = Object.keys(typed).filter(name => name.startsWith(beginning));
    return names.map(name => ({ kind, id: name.slice(beginning.length) }));
  });
}

export const manyUrl = `${unmatchedUrl}/dismiss`;

/** The address of a list, at a place in it. */
export function listUrl({ list, purchases, arrivals }: Place): string {
  const query = new URLSearchParams({
    ...(list !== 'unmatched' && { list }),
    ...(purchases && { purchases }),
    ...(arrivals && { arrivals }),
  });
  return query.size > 0 ? `${unmatchedUrl}?${query}` : unmatchedUrl;
}
