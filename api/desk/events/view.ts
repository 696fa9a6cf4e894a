import type { Deal } from '../../../deal/deal.ts';
import type { Actor } from '../../../deal/people.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { DeskContext } from '../desk-context.ts';
import type { Facts } from './unmatched-facts.ts';

/** Characters of the reason why something belongs to no deal. */
export const longestReason = 500;

/** A line of the list: all that is known of one purchase, or one arrival. */
export interface UnmatchedLine {
  url: string;
  /** The one that leads, then what else AWS has said. */
  facts: Facts[];
}

/** Who said that something belongs to no deal, when and why. */
export interface Dismissed {
  by: Actor;
  at: string;
  reason?: string;
}
export type DismissedLine = UnmatchedLine & { dismissed?: Dismissed };

export interface UnmatchedListView {
  context: DeskContext;
  purchases: UnmatchedLine[];
  arrivals: UnmatchedLine[];
  /** What was dismissed last. */
  dismissed: DismissedLine[];
  /** Something has just been dismissed, or taken back. */
  done?: 'dismissed' | 'restored';
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
  /** It was dismissed, which can be taken back. */
  isDismissed: boolean;
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
