import type { CommandOf, CommandType } from './commands.ts';
import type { Deal } from './deal.ts';
import type { Entry, EventOf, EventType } from './events.ts';
import type { Post } from './mails/mails.ts';
import type { Actor, StaffRole } from './people.ts';
import type { Refusal } from './refusals.ts';
import type { ChangingKind } from './reminders/deadline.ts';
import type { Wish } from './reminders/wish.ts';
import type { Stage } from './stages.ts';

// What a part of the deal says of itself. The parts are listed in parts.ts, and the decider plays them.

/** Who may ask for a command, in which stages, and what else must hold. */
export interface Rule<T extends CommandType> {
  who: readonly Party[];
  stages: readonly Stage[];
  /** Also in a closed deal, while something in it is stuck. */
  cures?: true;
  /** Not while AWS is at work on the offer, which it locks. */
  waitsForAws?: true;
  /** Its button is shown only then: it would be refused whatever somebody typed. */
  shown?: (deal: Deal, actor: Actor) => boolean;
  /** The reason against it, if there is one; `now` is ISO business time. */
  refuse?: (asked: { deal: Deal; command: CommandOf<T> & { by: Actor }; now: string }) => Refusal | undefined;
}
export type Party = StaffRole | 'buyer' | 'aws' | 'system';
export type Rules<T extends CommandType> = { readonly [K in T]: Rule<K> };

/** How each kind of event changes a deal. */
export type Evolution<T extends EventType> = {
  readonly [K in T]: (deal: Deal, event: EventOf<K>, entry: Entry) => Deal;
};

/** How the deal changes when one of its moments has come; `at` is ISO. */
export type Passing<K extends ChangingKind> = { readonly [P in K]: (deal: Deal, at: string) => Deal };

/** What is to happen by itself, as the deal is now. */
export type Deadlines = (deal: Deal) => Wish[];

/** A deal before and after one entry. */
export interface Change {
  before: Deal;
  after: Deal;
  entry: Entry;
}
/** Who is written to because of an event. Events that are not named send nothing. */
export type Mails = { readonly [T in EventType]?: (change: Change, event: EventOf<T>) => Post[] };
