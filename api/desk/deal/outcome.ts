import type { CommandBody, CommandType } from '../../../deal/commands.ts';
import { commandTypes } from '../../../deal/decider.ts';
import type { Entry } from '../../../deal/events.ts';
import { termError } from '../terms/term-errors.ts';
import { stepErrors } from './steps/step-errors.ts';
import type { DealView, Outcome } from './view.ts';

type Place = Pick<DealView, 'context' | 'deal' | 'timeline'>;

/** What became of the command named in the address, as the timeline tells it. */
export function outcomeOf(commandId: unknown, place: Place): Outcome | undefined {
  if (typeof commandId !== 'string' || commandId === '') return undefined;
  const entry = place.timeline.find(each => each.commandId === commandId);
  if (!entry) return { state: 'pending', commandId };
  const action = entry.event.type as CommandType;
  if (!commandTypes.includes(action)) return undefined;
  return entry.outcome === 'applied' ? { state: 'applied', action } : refusedOutcome(entry, place);
}

/** A refusal in words; fields that do not hold are named. */
export function refusedOutcome({ event, refusal }: Entry, { context }: Pick<Place, 'context'>): Outcome {
  const { messages } = context;
  const fields = refusal?.fields ?? [];
  const details =
    event.type === 'proposeTerms'
      ? fields.map(field => termError(field, event.terms, context))
      : Object.values(stepErrors(fields, event as CommandBody, messages) ?? {});
  return {
    state: 'refused',
    action: event.type as CommandType,
    reason: refusal ? messages.deal.refusals[refusal.code] : messages.problems.refused.what,
    details,
  };
}
