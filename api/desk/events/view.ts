import type { Deal } from '../../../deal/deal.ts';
import type { Actor } from '../../../deal/people.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';
import type { Facts } from './unmatched-facts.ts';

/** Characters of the reason why something belongs to no deal. */
export const longestReason = 500;
export const isReason = (typed: string) => typed.trim().length > 0 && typed.trim().length <= longestReason;

/** Who said that something belongs to no deal, when and why. */
export interface Dismissed {
  by: Actor;
  at: string;
  reason?: string;
}

/** The page on which a person decides about one of them. */
export interface UnmatchedView {
  context: DeskContext;
  url: string;
  facts: Facts[];
  /** Absent for an arrival. */
  raw?: unknown;
  /** Set once nothing is left to decide. */
  settled?: { dealId?: string; by?: Actor; at?: string; reason?: string };
  /** It was dismissed, or set aside as of another listing, which can be taken back. */
  canBeBack?: 'dismissed' | 'otherListing';
  /** Somebody's assignment that may not have come to its end. */
  begun?: { by: Actor; at: string; dealId?: string };
  /** The deal whose offer it is. */
  origin?: Deal;
  choices: Deal[];
  q: string;
  chosen?: string;
  /** Why it belongs to no deal, as typed. */
  reason: string;
  errors: FieldErrors;
  /** Why the assignment that was just tried did not happen. */
  refused?: string;
}

export const unmatchedUrl = '/desk/events';
export const eventUrl = (eventId: string) => `${unmatchedUrl}/${encodeURIComponent(eventId)}`;
export const arrivalUrl = (registrationId: string) =>
  `${unmatchedUrl}/arrivals/${encodeURIComponent(registrationId)}`;
