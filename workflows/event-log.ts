import type { Command } from '../deal/commands.ts';
import type { DealInput } from '../deal/contract/messages.ts';
import { inToldOrder } from '../deal/contract/told-order.ts';
import type { Deal } from '../deal/deal.ts';
import { dealDecider } from '../deal/decider.ts';
import type { Entry, SystemEvent } from '../deal/events.ts';
import { system } from '../deal/people.ts';

/** How many command ids travel into a new run; a repetition later than that is found in the timeline by the api. */
const remembered = 1000;

export type EventLog = ReturnType<typeof openEventLog>;

/** An entry before it has its number and the moment of its decision. */
type Line = Omit<Entry, 'seq' | 'decidedAt'>;

/**
 * The deal and the entries that are not recorded yet. Everything that happens goes through here, synchronously, so
 * that no two things can interleave. `now` gives business time.
 */
export function openEventLog(input: DealInput, now: () => string) {
  const settled = new Set(input.continued?.settled ?? [input.commandId]);
  const lines = openLines(input.continued?.deal ?? dealDecider.initial(input), { settled, now });
  const { settle, unrecorded } = lines;
  // What was handed over to be recorded last, and the deal before it.
  let before = lines.deal;
  let handedOver: { before: Deal; entries: Entry[] } = { before, entries: [] };

  if (!input.continued) {
    lines.write(firstLine(input));
    if (input.purchase) settle(input.purchase.told);
  }

  return {
    get deal() {
      return lines.deal;
    },
    get hasUnrecorded() {
      return unrecorded.length > 0;
    },
    get settled() {
      return [...settled].slice(-remembered);
    },

    settle,

    /** Writes what the system did or what time brought. */
    note(event: SystemEvent): void {
      lines.write({ at: now(), by: system, outcome: 'applied', event });
    },

    takeUnrecorded(): Entry[] {
      handedOver = { before, entries: unrecorded.splice(0) };
      before = lines.deal;
      return handedOver.entries;
    },

    /** Decides anew what was handed over last, and what has come since, in the order in which a lost turn has told it. */
    decideAsTold(told: Entry[]): void {
      const known = [...handedOver.entries, ...unrecorded.splice(0)];
      before = handedOver.before;
      lines.decideAgain(before, inToldOrder(known, told));
    },
  };
}

/** Decides, and writes one line after the other. `settled`: the commands that were decided. */
function openLines(from: Deal, { settled, now }: { settled: Set<string>; now: () => string }) {
  let deal = from;
  const unrecorded: Entry[] = [];

  function write(line: Line): void {
    const entry: Entry = { ...line, seq: deal.seq + 1, decidedAt: now() };
    deal = dealDecider.evolve(deal, entry);
    unrecorded.push(entry);
  }

  /** Decides a command and writes its one line; the same command again does nothing. */
  function settle(command: Command): void {
    if (settled.has(command.commandId)) return;
    settled.add(command.commandId);
    try {
      write(decidedLine(deal, command, now()));
    } catch {
      write(malformedLine(command));
    }
  }

  function again({ seq, decidedAt: _former, outcome: _decided, refusal: _reason, ...line }: Entry): void {
    const { commandId, event, ...envelope } = line;
    if (commandId === undefined || seq === 1) {
      write({ ...line, outcome: 'applied' });
      return;
    }
    settled.delete(commandId);
    settle({ ...event, ...envelope, commandId } as Command);
  }

  return {
    get deal() {
      return deal;
    },
    unrecorded,
    write,
    settle,

    /** Goes back to an earlier deal, and on from there with these entries. */
    decideAgain(earlier: Deal, entries: Entry[]): void {
      deal = earlier;
      for (const entry of entries) again(entry);
    },
  };
}

/** Every deal begins with its inquiry, or with the purchase that AWS tells of next. */
function firstLine({ commandId, at, inquiry, policy, purchase }: DealInput): Line {
  if (purchase) {
    const { told, from, by = system } = purchase;
    const { agreementId } = told;
    const event = { type: 'purchaseOpened', inquiry, policy, agreementId, ...(from && { from }) } as const;
    return { commandId, at, by, outcome: 'applied', event };
  }
  const by = { kind: 'buyer', id: inquiry.contact.email, name: inquiry.contact.name } as const;
  return { commandId, at, by, outcome: 'applied', event: { type: 'inquiryReceived', inquiry, policy } };
}

function decidedLine(deal: Deal, command: Command, now: string): Line {
  const refusal = dealDecider.decide(deal, command, now);
  const line = lineOf(command);
  return refusal ? { ...line, outcome: 'refused', refusal } : { ...line, outcome: 'applied' };
}

/** A signal sent by hand may have any form. An error here would hold the workflow up for ever. */
function malformedLine(command: Command): Line {
  return { ...lineOf(command), outcome: 'refused', refusal: { code: 'malformed' } };
}

function lineOf({ commandId, by, at, holidays, ...event }: Command): Omit<Line, 'outcome'> {
  return { commandId, by, at, event, ...(holidays && { holidays }) };
}
