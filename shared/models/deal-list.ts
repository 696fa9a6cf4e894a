import { keysOf } from '../../deal/keys-of.ts';
import type { NeedKind } from '../../deal/needs.ts';
import type { Language } from '../../deal/people.ts';
import { toThousandths } from '../../deal/terms/money.ts';
import type { DealRow } from './deal-row.ts';

/** An offer that has time waits for its buyer; lists are narrowed to its last day instead. */
export const attentions = [
  'any',
  'answerInquiry',
  'answerRequest',
  'makeOffer',
  'decideApproval',
  'correctTerms',
  'reviveOffer',
  'callBuyer',
  'cure',
] as const satisfies readonly ('any' | NeedKind)[];
export type Attention = (typeof attentions)[number];

/** In which order each sort of a list is read. */
export const listSorts = { updated: -1, ends: 1, since: 1, worth: -1 } as const;
export type ListSort = keyof typeof listSorts;

/**
 * What lists are narrowed to and sorted by, beside stage and owner. Each sort has a text that ends with the deal's id, so
 * that no two deals share a place; nothing is missing in one, so that every deal has a place in each.
 */
export interface ListKeys extends Record<ListSort, string> {
  /** Of the contact. */
  language: Language;
  /** An address, or `-` for nobody. */
  owner: string;
  /** What waits for staff: each kind, and each kind with the owner. Absent when nothing does. */
  needs?: string[];
}

const never = '9999-12-31';
/** Digits of the largest amount in thousandths, so that texts are in the order of their numbers. */
const digits = 16;

/** From the row, which has worked out the same; `language` is the contact's. */
export function listKeysOf(row: DealRow, language: Language): ListKeys {
  const { dealId, updatedAt, stageSince, owner, total, ends } = row;
  const amount = total && String(toThousandths(total.amount)).padStart(digits, '0');
  const kinds = row.needs.map(({ kind }) => kind);
  const needs = attentions.filter(each => each !== 'any' && kinds.includes(each));
  return {
    language,
    owner: ownerKey(owner),
    updated: `${updatedAt} ${dealId}`,
    ends: `${ends ?? never} ${dealId}`,
    since: `${stageSince} ${dealId}`,
    worth: `${total ? `${total.currency} ${amount}` : ''} ${dealId}`,
    ...(needs.length > 0 && {
      needs: withAny(needs).flatMap(each => [each, needOf(each, owner)]),
    }),
  };
}

const withAny = (needs: Attention[]): Attention[] => ['any', ...needs];

/** Nobody has a name too: what is missing cannot be told by an index alone. */
export const ownerKey = (owner: string | null | undefined) => owner ?? '-';

/** A need with whose it is. */
export const needOf = (kind: Attention, owner: string | null | undefined) => `${kind} ${ownerKey(owner)}`;

/** Currency and thousandths in the key of a deal's worth; nothing for a deal without terms. */
export function worthIn(written: string): { currency: string; thousandths: number } | undefined {
  const [currency, amount] = written.split(' ');
  return currency ? { currency, thousandths: Number(amount) } : undefined;
}

/** How lists are narrowed, each with an index for each sort. */
const families = {
  stage: {},
  owner: { 'list.owner': 1 },
  needs: { 'list.needs': 1 },
} as const;
export type ListFamily = keyof typeof families;

export const listIndexName = (family: ListFamily, sort: ListSort) => `list: ${family}, ${sort}`;

/**
 * The indexes of lists. Stages and languages are few, so that a list of several is merged from ranges that are each in
 * order, and reads hardly more than it shows. By the last day the worth is there too, for the sums of what ends.
 */
export function listIndexes() {
  return keysOf(families).flatMap(family => keysOf(listSorts).map(sort => indexOf(family, sort)));
}

function indexOf(family: ListFamily, sort: ListSort) {
  const keys: Record<string, 1 | -1> = {
    ...families[family],
    stage: 1,
    'list.language': 1,
    [`list.${sort}`]: listSorts[sort],
    ...(sort === 'ends' && { 'list.worth': -1 }),
  };
  // Most deals need nobody.
  const some = { partialFilterExpression: { 'list.needs': { $exists: true } } };
  return { keys, options: { name: listIndexName(family, sort), ...(family === 'needs' && some) } };
}
