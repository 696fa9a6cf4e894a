import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inToldOrder, isAsTold } from '../../../deal/contract/told-order.ts';
import type { Entry } from '../../../deal/events.ts';
import { system } from '../../../deal/people.ts';

const at = '2027-01-04T01:00:00.000Z';
const common = { seq: 1, at, decidedAt: at, by: system, outcome: 'applied' } as const;
const command = (commandId: string): Entry => ({
  ...common,
  commandId,
  event: { type: 'addNote', text: commandId },
});
const sent = (key: string): Entry => ({ ...common, event: { type: 'mailsSent', keys: [key] } });
const namesOf = (entries: Entry[]) =>
  entries.map(({ commandId, event }) => commandId ?? (event.type === 'mailsSent' ? event.keys[0] : ''));

const entry = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd').map(command), fc.constantFrom('m', 'n').map(sent));
const entries = fc.uniqueArray(entry, {
  selector: each => JSON.stringify([each.commandId, each.event]),
  maxLength: 6,
});

describe('entries in the order that was told', () => {
  it('keep what was told first, lose nothing and have nothing twice', () => {
    fc.assert(
      fc.property(entries, entries, (own, told) => {
        const ordered = namesOf(inToldOrder(own, told));
        expect(new Set(ordered).size).toBe(ordered.length);
        for (const name of namesOf(own)) expect(ordered).toContain(name);
        const both = namesOf(told).filter(name => ordered.includes(name));
        expect(ordered.slice(0, both.length)).toEqual(both);
      }),
    );
  });

  it('go on as was told from then on', () => {
    fc.assert(
      fc.property(entries, entries, (own, told) => {
        const known = told.filter(line => line.commandId || own.some(each => isAsTold([each], [line])));
        expect(isAsTold(inToldOrder(own, told), known)).toBe(true);
      }),
    );
  });

  it('take a command that had waited, and leave to the history what the system has done', () => {
    const told = [command('agreement'), sent('m'), command('arrival')];
    const own = [command('agreement'), command('choice')];
    expect(namesOf(inToldOrder(own, told))).toEqual(['agreement', 'arrival', 'choice']);
  });
});
