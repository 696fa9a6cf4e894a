import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRecordActivities } from '../../activities/record.ts';
import type { Entry } from '../../deal/events.ts';
import { type Database, openDatabase } from '../../shared/models/database.ts';
import { agreement, opened } from '../support/story.ts';

/** What a workflow's turn has decided, in the order in which it did. */
type Decided = (string | 'mailsSent')[];

describe('a turn that Temporal never hears of, because its worker dies', () => {
  let db: Database;
  beforeAll(async () => {
    const uri = new URL(process.env.MONGODB_URI ?? '');
    uri.pathname = `/record${randomUUID().slice(0, 8)}`;
    db = await openDatabase(uri.href);
  });
  afterAll(async () => {
    await db?.connection.dropDatabase();
    await db?.close();
  });

  const accounts = { findUser: async () => undefined };
  /** A turn of a deal that has three entries: a name stands for a command with this id. */
  async function turn(
    dealId: string,
    { decided, historyLength }: { decided: Decided; historyLength: number },
  ) {
    const { record } = createRecordActivities({ db, accounts, tellNewEntries: async () => {} });
    const entries = decided.map((name, index) => entryOf(name, 4 + index));
    const deal = { ...opened(), dealId, seq: 3 + entries.length, owner: `${historyLength}@example.com` };
    return (await record({ deal, entries, historyLength })).waiting;
  }
  function entryOf(name: string, seq: number): Entry {
    const at = '2027-01-04T01:00:00.000Z';
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

  it('leaves no line behind when the next one decides in another order', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['mailsSent'], historyLength: 20 });
    await turn(dealId, { decided: ['agreement', 'mailsSent'], historyLength: 25 });
    expect(await linesOf(dealId)).toEqual(['agreement', 'mailsSent']);
  });

  it('leaves nothing behind when the next one decides less at first', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['mailsSent', 'one', 'two'], historyLength: 20 });
    await turn(dealId, { decided: ['one'], historyLength: 25 });
    expect(await linesOf(dealId)).toEqual(['one']);
    expect(await ownerOf(dealId)).toBe('25@example.com');
  });

  it('does not put an older deal over a newer one of the same turn', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['one', 'two'], historyLength: 20 });
    await turn(dealId, { decided: ['one'], historyLength: 20 });
    expect((await db.deals.findById(dealId).lean())?.seq).toBe(5);
    expect(await linesOf(dealId)).toEqual(['one', 'two']);
  });

  it('may give its commands other numbers', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['mailsSent', 'one', 'two'], historyLength: 20 });
    await turn(dealId, { decided: ['one', 'two', 'three', 'mailsSent'], historyLength: 25 });
    expect(await linesOf(dealId)).toEqual(['one', 'two', 'three', 'mailsSent']);
  });

  it('changes nothing when it comes back late', async () => {
    const dealId = randomUUID();
    await turn(dealId, { decided: ['agreement', 'mailsSent'], historyLength: 25 });
    await turn(dealId, { decided: ['mailsSent', 'agreement'], historyLength: 20 }).catch(() => {});
    expect(await linesOf(dealId)).toEqual(['agreement', 'mailsSent']);
    expect(await ownerOf(dealId)).toBe('25@example.com');
  });

  it('has not taken the notice that waited away from the next one', async () => {
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
    const again = await turn(dealId, { decided: ['one', 'mailsSent'], historyLength: 25 });
    expect(again.map(each => each.commandId)).toEqual([_id]);
    expect(await linesOf(dealId)).toEqual(['one', 'mailsSent']);
  });

  it('may be repeated as it is', async () => {
    const dealId = randomUUID();
    for (const _time of [1, 2]) await turn(dealId, { decided: ['one', 'mailsSent'], historyLength: 20 });
    expect(await linesOf(dealId)).toEqual(['one', 'mailsSent']);
  });
});
