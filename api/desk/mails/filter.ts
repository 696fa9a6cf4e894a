import { type Static, Type } from 'typebox';
import { keysOf } from '../../../deal/keys-of.ts';
import type { OutboxState } from '../../../shared/models/outbox.ts';
import { text } from '../../forms/fields.ts';
import { mailsUrl } from './view.ts';

/** What people look for, and the states of the outbox that it means. */
export const groups = {
  problems: ['failed', 'bounced'],
  waiting: ['queued', 'sending'],
  sent: ['sent'],
  skipped: ['skipped'],
} as const satisfies Record<string, readonly OutboxState[]>;
export type Group = keyof typeof groups;

/** What the log is narrowed to, and where in it the reader is. */
export interface MailFilter {
  group?: Group;
  /** A whole address, or the id of a deal. */
  q?: string;
  cursor?: string;
}

export const mailFilterQuery = Type.Object({ state: text(320), q: text(2000), cursor: text(320) });

const longestSearch = 320;

/** The filter in the address. What is empty or unknown narrows nothing. */
export function mailFilterFrom({ state, q, cursor }: Static<typeof mailFilterQuery>): MailFilter {
  return {
    group: keysOf(groups).find(group => group === state.trim()),
    q: q.trim().slice(0, longestSearch) || undefined,
    cursor: cursor.trim() || undefined,
  };
}

export const isFiltered = ({ group, q }: MailFilter) => group !== undefined || q !== undefined;

/** The address of the log with a filter. */
export function logUrl({ group, q, cursor }: MailFilter): string {
  const query = new URLSearchParams({
    ...(group && { state: group }),
    ...(q && { q }),
    ...(cursor && { cursor }),
  });
  return query.size > 0 ? `${mailsUrl}?${query}` : mailsUrl;
}
