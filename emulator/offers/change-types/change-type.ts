import type { TSchema } from 'typebox';
import type { Problem } from '../../engine/change-set.ts';
import type { Marketplace } from '../../engine/marketplace.ts';
import type { Offer, Product, Term } from '../../engine/offer.ts';
import type { FieldProblem } from '../../wire/errors.ts';
import { checker } from '../../wire/operation.ts';

/** What a change sees of the world while it is worked on. */
export type Subject = { market: Marketplace; offer: Offer; product: Product };

/**
 * One change type of an offer. `details` is checked at once, when StartChangeSet is called; `apply` runs when the
 * change set is processed, writes to its own copy of the offer and gives back AWS's asynchronous error codes.
 */
export type ChangeType = {
  problems(details: unknown): FieldProblem[];
  creates?: true;
  allowedAfterRelease?: true;
  /** AWS's code when it is not allowed after release; that of terms if left out. */
  refusedAfterRelease?: string;
  apply(subject: Subject, details: Record<string, unknown>): Problem[];
};

type Definition<T> = Omit<ChangeType, 'problems' | 'apply'> & {
  apply(subject: Subject, details: T): Problem[];
};

export const changeType = <T>(details: TSchema, definition: Definition<T>): ChangeType => ({
  ...definition,
  problems: checker(details),
  apply: definition.apply as ChangeType['apply'],
});

/** Puts `terms` in the place of all terms of the given types: an update replaces what was there. */
export function replaceTerms(offer: Offer, types: readonly string[], terms: Term[]): void {
  offer.terms = [...offer.terms.filter(each => !types.includes(each.Type)), ...terms];
}

/** Problems as a list: `when(x < 0, 'CODE', 'why')`. */
export const when = (wrong: boolean, code: string, message: string): Problem[] =>
  wrong ? [{ code, message }] : [];
