import { isDeepStrictEqual } from 'node:util';
import type { CommandBody } from '../../deal/commands.ts';
import type { Entry } from '../../deal/events.ts';
import type { Actor } from '../../deal/people.ts';
import { Problem } from '../../shared/problems.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import type { Deps } from '../deps.ts';
import { findEntry } from './watch.ts';

/** What became of a command. `pending`: it is safe with Temporal and will be decided; look again later. */
export type Answer =
  | { state: 'applied'; commandId: string; entry: Entry }
  | { state: 'refused'; commandId: string; entry: Entry }
  | { state: 'pending'; commandId: string };

export interface Asked {
  dealId: string;
  body: CommandBody;
  by: Actor;
  /** The same id again gets the same answer, whoever retries. */
  commandId: string;
}

const patienceMs = 3000;

/**
 * Sends one command to a deal and waits for its timeline entry.
 * Throws the Problems dealNotFound, refused (a closed deal takes no commands), commandIdReused, temporalUnavailable.
 */
export async function askDeal(deps: Deps, asked: Asked): Promise<Answer> {
  const known = await findEntry(deps.db, asked);
  if (known) return answerFrom(asked, known);
  const { dealId, commandId, body, by } = asked;
  const sent = await signalDeal(deps.temporal, dealId, { ...body, commandId, by, at: deps.now() });
  if (sent === 'gone') throw await notThere(deps, dealId);
  // It looks first and listens then, so an entry that is already there is found.
  const written = await deps.timeline.entryOf({ dealId, commandId, patienceMs });
  return written ? answerFrom(asked, written) : { state: 'pending', commandId };
}

function answerFrom({ body, commandId }: Asked, entry: Entry): Answer {
  const same = isDeepStrictEqual(JSON.parse(JSON.stringify(body)), entry.event);
  if (!same) throw new Problem('commandIdReused');
  return { state: entry.outcome, commandId, entry };
}

async function notThere(deps: Deps, dealId: string): Promise<Problem> {
  const record = await deps.db.deals.exists({ _id: dealId });
  return new Problem(record ? 'refused' : 'dealNotFound');
}
