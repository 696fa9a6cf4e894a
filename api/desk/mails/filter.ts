import type { OutboxState } from '../../../shared/models/outbox.ts';
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

const longestSearch = 320;

/** The filter in the address. What is empty or unknown narrows nothing. */
export function mailFilterFrom(query: unknown): MailFilter {
  const text = (name: string) => {
    const value = (query as Record<string, unknown>)[name];
    return typeof value === 'string' ? value.trim().slice(0, longestSearch) || undefined : undefined;
  };
  const group = text('state');
  return {
    group: group && Object.hasOwn(groups, group) ? (group as Group) : undefined,
    q: text('q'),
    cursor: text('cursor'),
  };
}

export const isFiltered = ({ group, q }: MailFilter) => group !== undefined || q !== undefined;

/** The address of the log with a filter. */
export function logUrl({ group, q, cursor }: MailFilter): string {
  const set = Object.entries({ state: group, q, cursor }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(set as [string, string][]);
  return query.size > 0 ? `${mailsUrl}?${query}` : mailsUrl;
}
