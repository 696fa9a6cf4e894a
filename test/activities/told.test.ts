import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noteTold } from '../../activities/record/told.ts';
import { whatWaits } from '../../activities/record/waiting.ts';
import type { Deal } from '../../deal/deal.ts';
import type { DealEvent, Entry } from '../../deal/events.ts';
import type { Refusal } from '../../deal/refusals.ts';
import type { Database } from '../../shared/models/database.ts';
import type { MarketplaceNotice } from '../../shared/models/marketplace-event.ts';
import { giveBack, openEmptyDatabase } from '../support/servers/databases.ts';
import { actors, agreement, arrival, choice, given, offered } from '../support/story.ts';

describe('what a deal was told', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openEmptyDatabase();
  });
  afterAll(async () => {
    await giveBack(db);
  });

  const at = '2027-01-06T00:00:00.000Z';
  const accounts = { findUser: async () => undefined };
  const accepted = (): Deal => ({ ...given(offered(), ['aws', agreement]), dealId: randomUUID() });
  const over = (): Deal => ({
    ...accepted(),
    closed: { stage: 'ended', reason: 'CANCELLED', at: agreement.acceptedAt },
  });

  /** One line of a deal; refused when there is a code. */
  function line(
    event: DealEvent,
    { commandId = '', code }: { commandId?: string; code?: Refusal['code'] },
  ): Entry {
    const by = event.type === 'buyerArrived' ? actors.buyer : actors.aws;
    const common = { seq: 9, at, decidedAt: at, by, commandId, event };
    return code ? { ...common, outcome: 'refused', refusal: { code } } : { ...common, outcome: 'applied' };
  }

  async function waits(deal: Deal, notice: MarketplaceNotice): Promise<string> {
    const _id = randomUUID();
    const when = { occurredAt: new Date(at), receivedAt: new Date(at) };
    const { dealId } = deal;
    const keys = [dealId];
    await db.events.create({
      _id,
      detailType: 'x',
      keys,
      notice,
      state: 'waiting',
      dealId,
      raw: {},
      ...when,
    });
    return _id;
  }
  async function arrived(): Promise<{ registrationId: string; setupSessionId: string }> {
    const [registrationId, setupSessionId] = [randomUUID(), randomUUID()];
    const { awsAccountId, productCode } = arrival;
    const common = { awsAccountId, productCode };
    const _id = registrationId;
    await db.registrations.create({ _id, setupSessionId, ...common, tokenHash: _id, at: new Date(at) });
    const session = { registrationId, language: 'en' as const, createdAt: new Date(at), ...common };
    await db.setupSessions.create({ _id: setupSessionId, ...session });
    return { registrationId, setupSessionId };
  }
  const ownersOf = async ({ registrationId, setupSessionId }: Awaited<ReturnType<typeof arrived>>) => [
    (await db.registrations.findById(registrationId).lean())?.dealId,
    (await db.setupSessions.findById(setupSessionId).lean())?.dealId,
  ];

  it.each(['otherAgreement', 'dealClosed', 'notNow'] as const)(
    'and refused as %s waits for another deal or a person, and does not come back',
    async code => {
      const deal = code === 'dealClosed' ? over() : accepted();
      const notice = { ...agreement, agreementId: 'agmt-2' };
      const commandId = await waits(deal, notice);
      await noteTold(db, { deal, entries: [line(notice, { commandId, code })] });
      const kept = await db.events.findById(commandId).lean();
      expect(kept).toMatchObject({ state: 'waiting', refusedBy: [deal.dealId] });
      expect(kept?.dealId).toBeUndefined();
      expect(await whatWaits({ db, accounts }, deal)).toEqual([]);
    },
  );

  it('and refused since it was over is done with', async () => {
    const deal = over();
    const notice = { ...agreement, status: 'CANCELLED' as const };
    const commandId = await waits(deal, notice);
    await noteTold(db, { deal, entries: [line(notice, { commandId, code: 'dealClosed' })] });
    expect(await db.events.findById(commandId).lean()).toMatchObject({
      state: 'routed',
      dealId: deal.dealId,
    });
  });

  it('of the end of its link lets everybody who set it up choose anew, except whose choice is on its way', async () => {
    const deal = accepted();
    const { dealId } = deal;
    const [first, second, third] = [await arrived(), await arrived(), await arrived()];
    const arrivals = [first, second, third].map(each => line({ ...arrival, ...each }, {}));
    await noteTold(db, { deal, entries: arrivals });
    for (const [seq, { setupSessionId: _id }] of [first, second, third].entries()) {
      const commandId = `c-${_id}`;
      const chosen = { organizationId: 'o1', organizationName: 'Aozora', userId: 'u1', commandId };
      await db.setupSessions.updateOne({ _id }, { chosen });
      const entry = line(choice, { commandId });
      if (_id !== third.setupSessionId)
        await db.timeline.create({ _id: `${dealId}:${seq}`, dealId, seq, commandId, entry });
    }
    const moved = { ...deal, registration: { ...arrival, ...first, at } };
    await noteTold(db, { deal: moved, entries: [line({ type: 'endLink', reason: 'x' }, {})] });
    const left = await db.setupSessions.find({ dealId, chosen: { $exists: true } }).lean();
    expect(left.map(({ _id }) => _id)).toEqual([third.setupSessionId]);
  });

  it('of an arrival is the deal’s for each that it applied, and no other', async () => {
    const deal = accepted();
    const [first, second, refused] = [await arrived(), await arrived(), await arrived()];
    const entries = [
      line({ ...arrival, ...first }, {}),
      line({ ...arrival, ...refused }, { code: 'otherAccount' }),
      line({ ...arrival, ...second }, {}),
    ];
    await noteTold(db, { deal, entries });
    for (const own of [first, second]) expect(await ownersOf(own)).toEqual([deal.dealId, deal.dealId]);
    expect(await ownersOf(refused)).toEqual([undefined, undefined]);
    const { dealId } = deal;
    expect(await db.registrations.findById(refused.registrationId).lean()).toMatchObject({
      refusedBy: [dealId],
    });
    const other = accepted();
    await noteTold(db, {
      deal: other,
      entries: [line({ ...arrival, ...refused }, {}), line({ ...arrival, ...first }, {})],
    });
    expect(await ownersOf(refused)).toEqual([other.dealId, other.dealId]);
    expect(await ownersOf(first)).toEqual([deal.dealId, deal.dealId]);
  });
});
