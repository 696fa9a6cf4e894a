import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeLines } from '../../activities/record/lines.ts';
import { createRecordActivities, writeRecord } from '../../activities/record.ts';
import { inToldOrder } from '../../deal/contract/told-order.ts';
import type { Entry } from '../../deal/events.ts';
import type { Database } from '../../shared/models/database.ts';
import { giveBack, openEmptyDatabase } from '../support/servers/databases.ts';
import { agreement, opened } from '../support/story.ts';

const at = '2027-01-04T01:00:00.000Z';
const later = '2027-01-04T01:00:10.000Z';

/** What a workflow's turn has decided, in the order in which it did. */
type Decided = (string | 'mailsSent')[];
interface Turn {
  decided: Decided;
  historyLength: number;
  /** Number of the first entry. */
  from?: number;
  decidedAt?: string;
}

describe('a turn that Temporal never hears of, because its worker dies', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmptyDatabase();
  });
  afterAll(async () => {
    await giveBack(db);
  });

  const accounts = { findUser: async () => undefined };
  /** A turn of a deal that has three entries: a name stands for a command with this id. */
  async function turn(dealId: string, asked: Turn) {
    const { record } = createRecordActivities({ db, accounts, tellNewEntries: async () => {} });
    const turn = recorded(dealId, asked);
    const { told, waiting } = await record(turn);
    if (!told) return waiting;
    // As the workflow does it.
    const { from = 4, decidedAt = at } = asked;
    const entries = inToldOrder(turn.entries, told).map((entry, index) => ({
      ...entry,
      seq: from + index,
      decidedAt,
    }));
    const deal = { ...turn.deal, seq: entries.at(-1)?.seq ?? 0 };
    return (await record({ ...turn, deal, entries, isAsTold: true })).waiting;
  }
  /** A turn that has written its record; what it gives writes its lines, and tells whether they count. */
  async function frozen(dealId: string, asked: Turn): Promise<() => Promise<boolean>> {
    const { deal, entries, historyLength } = recorded(dealId, asked);
    await writeRecord(db, { deal, historyLength });
    return () => writeLines(db, { dealId, entries, historyLength });
  }
  function recorded(dealId: string, { decided, historyLength, from = 4, decidedAt = at }: Turn) {
    const entries = decided.map((name, index) => ({
      ...entryOf(name, from + index),
      decidedAt,
    }));
    const deal = {
      ...opened(),
      dealId,
      seq: entries.at(-1)?.seq ?? 0,
      updatedAt: decidedAt,
      owner: `${historyLength}@example.com`,
    };
    return { deal, entries, historyLength };
  }
  function entryOf(name: string, seq: number): Entry {
    const common = { seq, at, decidedAt: at, outcome: 'applied' } as const;
    if (name === 'mailsSent')
      return {
        ...common,
        by: { kind: 'system', id: 'offerdesk' },
        event: { type: 'mailsSent', keys: ['1:offer:0'] },
      };
    const by = { kind: name.startsWith('aws:') ? 'aws' : 'staff', id: 'sales@example.com' } as const;
    const commandId = name.replace('aws:', '');
    return { ...common, by, commandId, event: { type: 'addNote', text: name } };
  }
  const linesOf = async (dealId: string) =>
    (await db.timeline.find({ dealId }).sort({ seq: 1 }).lean()).map(line => line.commandId ?? 'mailsSent');
  const ownerOf = async (dealId: string) => (await db.deals.findById(dealId).lean())?.owner;

  it('has told an order that stays, although the next one decides in another', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['mailsSent'], historyLength: 20 });
    await turn(dealId, { decided: ['agreement', 'mailsSent'], historyLength: 25 });
    expect(await linesOf(dealId)).toEqual(['mailsSent', 'agreement']);
  });

  it('leaves nothing of the system behind when the next one decides less at first', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['one', 'mailsSent'], historyLength: 20 });
    await turn(dealId, { decided: ['one'], historyLength: 25 });
    expect(await linesOf(dealId)).toEqual(['one']);
    expect(await ownerOf(dealId)).toBe('25@example.com');
  });

  it('has told a command that had waited, and it stays where it was', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['agreement', 'aws:arrival'], historyLength: 20 });
    await turn(dealId, { decided: ['agreement', 'choice'], historyLength: 25 });
    expect(await linesOf(dealId)).toEqual(['agreement', 'arrival', 'choice']);
  });

  it('does not put an older deal over a newer one of the same turn', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['one', 'two'], historyLength: 20 });
    await turn(dealId, { decided: ['one'], historyLength: 20 });
    expect((await db.deals.findById(dealId).lean())?.seq).toBe(5);
    expect(await linesOf(dealId)).toEqual(['one', 'two']);
  });

  it('tried again with no event more, leaves the record and the lines of one attempt, whichever comes last', async () => {
    const attempts = [
      { decided: ['one', 'mailsSent'], historyLength: 20 },
      { decided: ['mailsSent', 'one'], historyLength: 20, decidedAt: later },
    ];
    for (const inOrder of [attempts, attempts.toReversed()]) {
      const dealId = randomUUID();
      for (const attempt of inOrder) await turn(dealId, attempt);
      expect(await linesOf(dealId)).toEqual(inOrder[0]?.decided);
      const moments = (await db.timeline.find({ dealId }).lean()).map(({ entry }) => entry.decidedAt);
      expect(moments).toEqual([later, later]);
      expect((await db.deals.findById(dealId).lean())?.deal.updatedAt).toBe(later);
    }
  });

  it('is followed by what has come since', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['mailsSent', 'one', 'two'], historyLength: 20 });
    await turn(dealId, { decided: ['one', 'two', 'three', 'mailsSent'], historyLength: 25 });
    expect(await linesOf(dealId)).toEqual(['mailsSent', 'one', 'two', 'three']);
  });

  it('changes nothing when it comes back late', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['agreement', 'mailsSent'], historyLength: 25 });
    await turn(dealId, { decided: ['mailsSent', 'agreement'], historyLength: 20 }).catch(() => {});
    expect(await linesOf(dealId)).toEqual(['agreement', 'mailsSent']);
    expect(await ownerOf(dealId)).toBe('25@example.com');
  });

  it('writes no record over that of the next one, however many entries it has', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['agreement'], historyLength: 25 });
    const late = await turn(dealId, { decided: ['agreement', 'one', 'two'], historyLength: 20 });
    expect(late).toEqual([]);
    expect(await ownerOf(dealId)).toBe('25@example.com');
    expect(await linesOf(dealId)).toEqual(['agreement']);
  });

  describe('and freezes between its two writes', () => {
    it('adds no line to those of the next one', async () => {
      const dealId = randomUUID();
      const late = await frozen(dealId, { decided: ['mailsSent', 'one', 'two'], historyLength: 20 });
      await turn(dealId, { decided: ['one', 'mailsSent'], historyLength: 25 });
      expect(await late()).toBe(false);
      expect(await linesOf(dealId)).toEqual(['one', 'mailsSent']);
    });

    it('leaves lines that the next turn of the deal takes back', async () => {
      const dealId = randomUUID();
      const late = await frozen(dealId, { decided: ['two', 'one'], historyLength: 20, from: 5 });
      await turn(dealId, { decided: ['zero'], historyLength: 25 });
      expect(await late()).toBe(true);
      expect(await linesOf(dealId)).toEqual(['zero', 'two', 'one']);
      await turn(dealId, { decided: ['one', 'two'], historyLength: 30, from: 5 });
      expect(await linesOf(dealId)).toEqual(['zero', 'one', 'two']);
    });

    it('has written what it repeats, when it was its own turn', async () => {
      const dealId = randomUUID();
      const late = await frozen(dealId, { decided: ['one', 'two'], historyLength: 20 });
      await turn(dealId, { decided: ['one', 'two'], historyLength: 20 });
      await turn(dealId, { decided: ['three'], historyLength: 25, from: 6 });
      expect(await late()).toBe(true);
      expect(await linesOf(dealId)).toEqual(['one', 'two', 'three']);
    });
  });

  it('has not taken a notice that waited away from the next one', async () => {
    const dealId = randomUUID();
    const _id = randomUUID();
    const { type: _type, ...notice } = agreement;
    const at = new Date('2027-01-05T00:00:00.000Z');
    const event = {
      _id,
      detailType: 'Purchase Agreement Created',
      keys: [dealId],
      occurredAt: at,
      receivedAt: at,
    };
    await db.events.create({
      ...event,
      notice: { type: 'agreementEvent', ...notice },
      state: 'waiting',
      raw: {},
    });
    const taken = await turn(dealId, { decided: ['mailsSent'], historyLength: 20 });
    expect(taken.map(each => each.commandId)).toEqual([_id]);
    await turn(dealId, { decided: ['mailsSent', `aws:${_id}`], historyLength: 20 });
    expect((await db.events.findById(_id).lean())?.state).toBe('routed');
    await turn(dealId, { decided: ['one', 'mailsSent'], historyLength: 25 });
    expect((await db.events.findById(_id).lean())?.state).toBe('routed');
    expect(await linesOf(dealId)).toEqual(['mailsSent', _id, 'one']);
  });

  it('may be repeated as it is', async () => {
    const dealId = randomUUID();
    for (const _time of [1, 2]) await turn(dealId, { decided: ['one', 'mailsSent'], historyLength: 20 });
    expect(await linesOf(dealId)).toEqual(['one', 'mailsSent']);
  });
});
