import { type Static, Type } from 'typebox';
import { text } from '../../../forms/fields.ts';
import { type DealFilter, listUrl } from '../filter.ts';
import type { BulkOutcome } from '../view.ts';

const parts = ['applied', 'refused', 'pending'] as const;

export const outcomeQuery = Type.Object({ applied: text(10), refused: text(10), pending: text(10) });

/** What became of a step that several deals took, as an address tells it. */
export const outcomeText = (outcome: BulkOutcome): string =>
  new URLSearchParams(parts.map(part => [part, String(outcome[part])])).toString();

/** The address of the list that tells what became of a step that several deals took. */
export function outcomeUrl(filter: DealFilter, outcome: BulkOutcome): string {
  const url = listUrl(filter);
  return `${url}${url.includes('?') ? '&' : '?'}${outcomeText(outcome)}`;
}

/** What such an address tells. */
export function outcomeIn(query: Static<typeof outcomeQuery>): BulkOutcome | undefined {
  if (!parts.every(part => /^\d{1,4}$/.test(query[part]))) return undefined;
  const [applied, refused, pending] = parts.map(part => Number(query[part]));
  return { applied: applied ?? 0, refused: refused ?? 0, pending: pending ?? 0 };
}
