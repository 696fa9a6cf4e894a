import type { CommandType } from '../../../shared/deal/commands.ts';
import { latestTerms } from '../../../shared/deal/deal.ts';
import type { Entry } from '../../../shared/deal/entries.ts';
import { commandTypes } from '../../../shared/deal/rules.ts';
import { termError } from '../terms/term-errors.ts';
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

/** A refusal in words; terms that break a limit name what is wrong. */
export function refusedOutcome(
  { fact, refusal }: Entry,
  { context, deal }: Omit<Place, 'timeline'>,
): Outcome {
  const terms = fact.type === 'proposeTerms' ? fact.terms : latestTerms(deal)?.terms;
  const { deal: words, problems } = context.messages;
  return {
    state: 'refused',
    action: fact.type as CommandType,
    reason: refusal ? words.refusals[refusal.code] : problems.refused.what,
    details: terms && refusal?.fields?.map(field => termError(field, terms, context)),
  };
}
