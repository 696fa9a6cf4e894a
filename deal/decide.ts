import type { Command, CommandType } from './commands.ts';
import type { Deal } from './deal.ts';
import { changeSetRunning } from './offer/change-set.ts';
import { isBought } from './offer/offer.ts';
import type { Actor } from './people.ts';
import type { Refusal } from './refusals.ts';
import { commandTypes, mayAsk, type Rule, rules } from './rules.ts';
import { isClosed } from './stages.ts';

/** Undefined: the command applies. Otherwise the reason why not. Pure; `now` is ISO business time. */
export function decide(deal: Deal, command: Command, now: string): Refusal | undefined {
  const rule = rules[command.type] as Rule<CommandType>;
  if (!mayAsk(command.type, command.by)) return { code: 'notYours' };
  if (!rule.stages.includes(deal.stage)) return { code: isClosed(deal) ? 'dealClosed' : 'notNow' };
  return rule.refuse?.({ deal, command, now });
}

/** What this actor may do with the deal now: the buttons of the desk and of the buyer's page. */
export function allowedCommands(deal: Deal, actor: Actor): CommandType[] {
  return commandTypes.filter(
    type => mayAsk(type, actor) && rules[type].stages.includes(deal.stage) && fits(deal, type, actor),
  );
}

const waitForAws: readonly CommandType[] = [
  'proposeTerms',
  'markNegotiationDone',
  'extendOffer',
  'withdrawOffer',
  'declineOffer',
  'closeDeal',
];

/** Buttons that would only ever be refused are not shown. */
function fits(deal: Deal, type: CommandType, actor: Actor): boolean {
  if (waitForAws.includes(type) && changeSetRunning(deal)) return false;
  if (type === 'closeDeal' && isBought(deal)) return false;
  if (type === 'retryStep') return deal.stuck.length > 0;
  if (type === 'markNegotiationDone') return hasNewTerms(deal);
  return type !== 'approveOffer' || deal.approval?.requestedBy.id !== actor.id;
}

function hasNewTerms(deal: Deal): boolean {
  return deal.terms.length > 0 && deal.terms.at(-1)?.version !== deal.frozenVersion;
}
