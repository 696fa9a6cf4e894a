import type { CommandBody } from '../../../deal/commands.ts';
import { commandTypes } from '../../../deal/decider.ts';
import type { DealEvent, Entry } from '../../../deal/events.ts';
import { commandIds } from '../../../deal/keys.ts';
import { refusedTakeBack } from '../../../deal/reminders/take-back.ts';
import { actorOf } from '../staff.ts';
import { termError } from '../terms/term-errors.ts';
import type { StepOutcome } from './step-outcome.ts';
import { stepErrors } from './steps/step-errors.ts';
import type { DealView } from './view.ts';

type Place = Pick<DealView, 'context' | 'deal' | 'timeline'>;

/** What became of the command named in the address, as the timeline tells it. */
export function outcomeOf(commandId: string | undefined, place: Place): StepOutcome | undefined {
  if (!commandId) return undefined;
  const ids = [commandIds.chosen(actorOf(place.context.staff), commandId), commandId];
  const entry = place.timeline.find(each => ids.some(id => id === each.commandId));
  if (!entry) return { state: 'pending', commandId };
  const { event, outcome } = entry;
  if (!isCommand(event)) return undefined;
  if (outcome === 'refused') return refusedOutcome(entry, place);
  const takesBack = takenBackBy(event, place);
  return { state: 'applied', action: event.type, ...(takesBack && { takesBack }) };
}

/** The reminder whose press can be undone still. */
function takenBackBy(event: CommandBody, { deal, context }: Place): string | undefined {
  if (event.type !== 'sendReminderNow' && event.type !== 'skipReminder') return undefined;
  const { key } = event;
  const isTooLate = deal.closed || refusedTakeBack(deal, { key, now: context.now });
  return isTooLate ? undefined : key;
}

/** A refusal in words; fields that do not hold are named. Nothing when it was not a command that was refused. */
export function refusedOutcome(
  { event, refusal }: Entry,
  { context }: Pick<Place, 'context'>,
): StepOutcome | undefined {
  const { messages } = context;
  if (!isCommand(event)) return undefined;
  const fields = refusal?.fields ?? [];
  const details =
    event.type === 'proposeTerms'
      ? fields.map(field => termError(field, event.terms, context))
      : Object.values(stepErrors(fields, event, messages) ?? {});
  return {
    state: 'refused',
    action: event.type,
    reason: refusal ? messages.deal.refusals[refusal.code] : messages.problems.refused.what,
    details,
  };
}

function isCommand(event: DealEvent): event is CommandBody {
  return commandTypes.some(type => type === event.type);
}
