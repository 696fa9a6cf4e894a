import type { CommandBody, CommandType } from '../../../shared/deal/commands.ts';
import type { Entry } from '../../../shared/deal/entries.ts';
import { commandTypes } from '../../../shared/deal/rules.ts';
import { termError } from '../terms/term-errors.ts';
import { stepErrors } from './step-errors.ts';
import type { DealView, Outcome } from './view.ts';

type Place = Pick<DealView, 'context' | 'deal' | 'timeline'>;

/** What became of the command named in the address, as the timeline tells it. */
export function outcomeOf(commandId: unknown, place: Place): Outcome | undefined {
  if (typeof commandId !== 'string' || commandId === '') return undefined;
  const entry = place.timeline.find(each => each.commandId === commandId);
  if (!entry) return { state: 'pending', commandId };
  const action = entry.fact.type as CommandType;
  if (!commandTypes.includes(action)) return undefined;
  return entry.outcome === 'applied' ? { state: 'applied', action } : refusedOutcome(entry, place);
}

/** A refusal in words; fields that do not hold are named. */
export function refusedOutcome({ fact, refusal }: Entry, { context }: Pick<Place, 'context'>): Outcome {
  const { messages } = context;
  const fields = refusal?.fields ?? [];
  const details =
    fact.type === 'proposeTerms'
      ? fields.map(field => termError(field, fact.terms, context))
      : Object.values(stepErrors(fields, fact as CommandBody, messages) ?? {});
  return {
    state: 'refused',
    action: fact.type as CommandType,
    reason: refusal ? messages.deal.refusals[refusal.code] : messages.problems.refused.what,
    details,
  };
}
