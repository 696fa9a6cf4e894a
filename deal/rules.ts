import { acceptanceRules } from './acceptance/acceptance.ts';
import { careRules } from './care/care.ts';
import type { CommandOf, CommandType } from './commands.ts';
import type { Deal } from './deal.ts';
import { mailRules } from './mails/chapter.ts';
import { negotiationRules } from './negotiation/negotiation.ts';
import { offerRules } from './offer/offer.ts';
import type { Actor, StaffRole } from './people.ts';
import type { Refusal } from './refusals.ts';
import { setUpRules } from './set-up/set-up.ts';
import type { Stage } from './stages.ts';

/** Who may ask for a command, in which stages, and what else must hold. */
export interface Rule<T extends CommandType> {
  who: readonly Party[];
  stages: readonly Stage[];
  /** The reason against it, if there is one; `now` is ISO business time. */
  refuse?: (asked: { deal: Deal; command: CommandOf<T> & { by: Actor }; now: string }) => Refusal | undefined;
}
export type Party = StaffRole | 'buyer' | 'aws' | 'system';
export type Rules<T extends CommandType> = { readonly [K in T]: Rule<K> };

/** The whole contract of a deal with the people and systems around it. */
export const rules: Rules<CommandType> = {
  ...negotiationRules,
  ...offerRules,
  ...acceptanceRules,
  ...setUpRules,
  ...careRules,
  ...mailRules,
};

export const commandTypes = Object.keys(rules) as CommandType[];

/** True when the actor belongs to a party that may ask for this at all, whatever the stage. */
export function mayAsk(type: CommandType, actor: Actor): boolean {
  const parties: readonly Party[] = actor.kind === 'staff' ? (actor.roles ?? []) : [actor.kind];
  return rules[type].who.some(party => parties.includes(party));
}
