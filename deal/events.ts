import type { CommandBody } from './commands.ts';
import type { Beginning } from './contract/messages.ts';
import type { AcceptedTerms, Entitlement, Inquiry } from './deal.ts';
import type { Actor } from './people.ts';
import type { Holidays, Policy } from './policy.ts';
import type { Refusal } from './refusals.ts';
import type { Deadline } from './reminders/deadline.ts';
import type { NewlyStuck } from './stuck.ts';

/** What became of an effect or of time, told to the deal by its workflow. */
export type SystemEvent =
  | { type: 'inquiryReceived'; inquiry: Inquiry; policy: Policy }
  | {
      type: 'purchaseOpened';
      inquiry: Inquiry;
      policy: Policy;
      agreementId: string;
      from?: Beginning;
    }
  | { type: 'secondDealOpened'; agreementId: string; dealId: string }
  | { type: 'changeSetStarted'; name: string; changeSetId: string }
  | { type: 'changeSetSucceeded'; name: string; changeSetId: string; offerId: string }
  | { type: 'agreementRead'; agreementId: string; accepted: AcceptedTerms }
  | { type: 'entitlementsRead'; revision: number; entitlements: Entitlement[] }
  | { type: 'organizationLinked'; organizationId: string; revision: number }
  | { type: 'organizationUnlinked'; organizationId: string; revision: number }
  | { type: 'productTold'; organizationId: string; revision: number; configured: boolean }
  | { type: 'mailsSent'; keys: string[] }
  | { type: 'deadlinePassed'; deadline: Deadline; late: boolean }
  | { type: 'stepFailed'; stuck: NewlyStuck };

/** One event of a deal: an applied command, or what the system did. */
export type DealEvent = CommandBody | SystemEvent;
export type EventType = DealEvent['type'];
export type EventOf<T extends EventType> = Extract<DealEvent, { type: T }>;

/** One line of the timeline: who, when, what, applied or refused. */
export interface Entry {
  /** 1, 2, 3 … without gaps. */
  seq: number;
  /** When it was asked, by the clock of who asked. */
  at: string;
  /** When the deal decided, by Temporal's. */
  decidedAt: string;
  by: Actor;
  /** Present when a command led to it. */
  commandId?: string;
  outcome: 'applied' | 'refused';
  refusal?: Refusal;
  /** Where somebody whom the command names works. */
  holidays?: Holidays;
  event: DealEvent;
}
