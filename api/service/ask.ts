import { isDeepStrictEqual } from 'node:util';
import type { CommandBody, CommandEnvelope, Given } from '../../deal/commands.ts';
import type { Entry } from '../../deal/events.ts';
import { commandIds } from '../../deal/keys.ts';
import type { Actor } from '../../deal/people.ts';
import { holidaysIn } from '../../shared/holidays.ts';
import { noteInLog } from '../../shared/log.ts';
import { Problem } from '../../shared/problems.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import type { Deps } from '../deps.ts';
import { completed, saidIn } from './complete.ts';
import { findEntry } from './watch.ts';

/** What became of a command. `pending`: it is safe with Temporal and will be decided; look again later. */
export type Answer =
  | { state: 'applied'; commandId: string; entry: Entry }
  | { state: 'refused'; commandId: string; entry: Entry }
  | { state: 'pending'; commandId: string };

export interface Asked {
  dealId: string;
  body: Given;
  by: Actor;
  /** The asker's own: an Idempotency-Key, the id of a form. The same again gets the same answer. */
  commandId: string;
}

const patienceMs = 3000;

/**
 * Sends one command to a deal and waits for its timeline entry.
 * Throws an UnfitCommand, and the Problems dealNotFound, refused (a closed deal takes no commands), commandIdReused, temporalUnavailable.
 */
export async function askDeal(deps: Deps, asked: Asked): Promise<Answer> {
  const { dealId, by } = asked;
  const commandId = commandIds.chosen(by, asked.commandId);
  noteInLog({ dealId, commandId });
  const known = await findEntry(deps.db, { dealId, commandId });
  if (known) return answerFrom(asked, known);
  const body = await completed(deps, asked);
  const at = deps.now();
  const sent = await signalDeal(deps.temporal, dealId, {
    ...body,
    ...calendarFor(body, at),
    commandId,
    by,
    at,
  });
  if (sent === 'gone') throw await notThere(deps, dealId);
  // It looks first and listens then, so an entry that is already there is found.
  const written = await deps.timeline.entryOf({ dealId, commandId, patienceMs });
  return written ? answerFrom(asked, written) : { state: 'pending', commandId: asked.commandId };
}

function answerFrom({ body, commandId }: Asked, entry: Entry): Answer {
  const [asked, decided] = [body, entry.event].map(saidIn);
  const same = isDeepStrictEqual(JSON.parse(JSON.stringify(asked)), decided);
  if (!same) throw new Problem('commandIdReused');
  return { state: entry.outcome, commandId, entry };
}

/** The holidays of whoever the command brings into the deal. */
function calendarFor(body: CommandBody, at: string): Pick<CommandEnvelope, 'holidays'> {
  const timeZone = zoneNamedIn(body);
  return timeZone ? { holidays: holidaysIn([timeZone], at) } : {};
}

function zoneNamedIn(body: CommandBody): string | undefined {
  switch (body.type) {
    case 'proposeTerms':
      return body.terms.signer.timeZone;
    case 'changeContact':
      return body.person.timeZone;
    case 'assignOwner':
      return body.timeZone;
    default:
      return undefined;
  }
}

async function notThere(deps: Deps, dealId: string): Promise<Problem> {
  const record = await deps.db.deals.exists({ _id: dealId });
  return new Problem(record ? 'refused' : 'dealNotFound');
}
