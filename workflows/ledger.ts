import type { Command } from '../shared/deal/commands.ts';
import type { Deal } from '../shared/deal/deal.ts';
import { decide } from '../shared/deal/decide.ts';
import type { Entry, OutcomeBody } from '../shared/deal/entries.ts';
import { evolve, newDeal } from '../shared/deal/evolve.ts';
import { system } from '../shared/deal/people.ts';
import type { DealInput } from './messages.ts';

/** How many command ids travel into a new run; a repetition later than that is found in the timeline by the api. */
const remembered = 1000;

export type Ledger = ReturnType<typeof openLedger>;

/**
 * The deal and the entries that are not recorded yet. Everything that happens goes through here, synchronously, so
 * that no two things can interleave. `now` gives business time.
 */
export function openLedger(input: DealInput, now: () => string) {
  let deal: Deal = input.continued?.deal ?? newDeal(input);
  let unrecorded: Entry[] = [];
  const settled = new Set(input.continued?.settled);

  function write(line: Pick<Entry, 'at' | 'by' | 'outcome' | 'fact'> & Partial<Entry>): void {
    const entry: Entry = { ...line, seq: deal.seq + 1, decidedAt: now() };
    deal = evolve(deal, entry);
    unrecorded.push(entry);
  }

  return {
    get deal() {
      return deal;
    },
    get hasUnrecorded() {
      return unrecorded.length > 0;
    },
    get settled() {
      return [...settled].slice(-remembered);
    },

    /** The first line of every deal. */
    open({ commandId, at, inquiry, policy }: DealInput): void {
      settled.add(commandId);
      const by = { kind: 'buyer', id: inquiry.contact.email, name: inquiry.contact.name } as const;
      write({ commandId, at, by, outcome: 'applied', fact: { type: 'inquiryReceived', inquiry, policy } });
    },

    /** Decides a command and writes its one line; the same command again does nothing. */
    settle(command: Command): void {
      if (settled.has(command.commandId)) return;
      settled.add(command.commandId);
      const { commandId, by, at, ...fact } = command;
      const line = { commandId, by, at, fact };
      try {
        const refusal = decide(deal, command, now());
        write(refusal ? { ...line, outcome: 'refused', refusal } : { ...line, outcome: 'applied' });
      } catch {
        // A signal sent by hand may have any form. An error here would hold the workflow up for ever.
        write({ ...line, outcome: 'refused', refusal: { code: 'malformed' } });
      }
    },

    /** Writes what the system did or what time brought. */
    note(fact: OutcomeBody): void {
      write({ at: now(), by: system, outcome: 'applied', fact });
    },

    takeUnrecorded(): Entry[] {
      const taken = unrecorded;
      unrecorded = [];
      return taken;
    },
  };
}
