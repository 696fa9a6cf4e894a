import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { latest } from '../../../deal/calendar/moments.ts';
import type { CommandBody } from '../../../deal/commands.ts';
import { currentOffer, type Deal, signerOf } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import type { Deadline, DeadlineKind } from '../../../deal/reminders/deadline.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { holidaysIn } from '../../../shared/holidays.ts';
import { runs } from '../../support/runs.ts';
import { dayAfter, sampleInquiry, sampleTerms } from '../../support/samples.ts';
import {
  type ActorName,
  acceptedAsAgreed,
  agreement,
  arrival,
  changeSetDone,
  changeSetFails,
  choice,
  given,
  license,
  policy,
  when,
} from '../../support/story.ts';
import { mailed } from '../acceptance/after-sale.ts';
import { day, hour, inZone, later, mailsSince, wakes } from './passing-time.ts';

/** A reminder that went out while a story was played. */
interface Sent {
  deal: Deal;
  deadline: Deadline;
  readers: (string | undefined)[];
}
type Move = (deal: Deal, at: string) => Deal;

const ask =
  (by: ActorName, body: (deal: Deal, at: string) => CommandBody): Move =>
  (deal, at) =>
    when(deal, by, body(deal, at), at).deal;
const after = (at: string) => ({ acceptedAt: at, startsAt: at, endsAt: later(at, 365 * day) });

/** What people and AWS do at some moment, whether it fits or not. */
const moves: Record<string, Move> = {
  propose: ask('sales', (deal, at) => ({
    type: 'proposeTerms',
    terms: sampleTerms(at, { signer: signerOf(deal) }),
  })),
  proposeMuch: ask('sales', (deal, at) => ({
    type: 'proposeTerms',
    terms: sampleTerms(at, { signer: signerOf(deal), durationMonths: 48 }),
  })),
  agree: ask('sales', deal => ({ type: 'markNegotiationDone', version: Math.max(1, deal.terms.length) })),
  approve: ask('approver', deal => ({ type: 'approveOffer', version: Math.max(1, deal.terms.length) })),
  make: (deal, at) =>
    deal.changeSet ? changeSetDone({ ...deal, updatedAt: at }, `offer-${deal.seq}`) : deal,
  fail: (deal, at) => (deal.changeSet ? changeSetFails({ ...deal, updatedAt: at }) : deal),
  extend: ask('sales', deal => ({
    type: 'extendOffer',
    expiresOn: dayAfter(`${currentOffer(deal)?.expiresOn ?? '2027-01-01'}T00:00:00Z`, 9),
  })),
  request: ask('buyer', () => ({ type: 'askForMoreTime', message: 'please' })),
  see: ask('buyer', () => ({ type: 'offerSeen' })),
  stop: ask('buyer', deal => ({ type: 'stopReminders', email: signerOf(deal).email })),
  resume: ask('buyer', deal => ({ type: 'resumeReminders', email: signerOf(deal).email })),
  often: ask('sales', () => ({
    type: 'changeReminders',
    reminders: { remindDaysBefore: [9, 8, 6, 5, 4, 2, 0.5] },
  })),
  note: ask('support', () => ({ type: 'addNote', text: 'x' })),
  retry: ask('support', () => ({ type: 'retryStep' })),
  accept: ask('aws', (deal, at) => ({
    ...agreement,
    ...after(at),
    offerId: currentOffer(deal)?.offerId ?? 'offer-one',
  })),
  read: (deal, at) => (deal.agreement ? given(deal, ['system', acceptedAsAgreed, at]) : deal),
  arrive: ask('buyer', () => arrival),
  choose: ask('buyer', () => choice),
  license: ask('aws', () => license),
};

const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Pacific/Chatham', 'America/Los_Angeles'];
const begins = ['2026-03-05', '2026-10-22', '2026-12-18', '2027-03-12', '2027-04-20', '2027-12-20'];
/** Hours between two of them. */
const gap = fc.integer({ min: 0, max: 400 });
const stories = fc.record({
  signer: fc.constantFrom(...zones),
  contact: fc.constantFrom(...zones),
  staff: fc.constantFrom(...zones),
  begin: fc.constantFrom(...begins),
  hours: fc.integer({ min: 0, max: 23 }),
  spreadMinutes: fc.constantFrom(0, 20, 120),
  acts: fc
    .tuple(
      // Most of what there is to be reminded of begins with an offer.
      fc.constantFrom([], ['propose', 'agree', 'make'], ['propose', 'agree', 'make', 'accept']),
      fc.array(fc.constantFrom(...Object.keys(moves)), { minLength: 3, maxLength: 20 }),
    )
    .chain(names => fc.tuple(...names.flat().map(name => fc.tuple(fc.constant(name), gap)))),
});
const signerEmail = 'taro@aozora.example';
type Story = typeof stories extends fc.Arbitrary<infer T> ? T : never;

function openedFor({ signer, contact, staff, begin, hours, spreadMinutes }: Story): Deal {
  const at = later(`${begin}T00:00:00.000Z`, hours * hour);
  const plan = {
    ...policy,
    staff: { timeZone: staff, from: 9, until: 17 },
    spreadMinutes,
    holidays: holidaysIn([signer, contact, staff], at),
  };
  const person = sampleInquiry().contact;
  const inquiry = sampleInquiry({ contact: { ...person, timeZone: contact } });
  const deal = dealDecider.initial({ dealId: 'd1', at, inquiry, policy: plan });
  const known = given(deal, ['system', { type: 'inquiryReceived', inquiry, policy: plan }, at]);
  return { ...known, signer: { ...person, email: signerEmail, timeZone: signer } };
}

/** Plays a story in which every deadline comes in its time: the reminders that went out, and the deal a hundred days later. */
function play(story: Story): { sent: Sent[]; end: Deal } {
  const sent: Sent[] = [];
  let deal = mailed(openedFor(story));
  let now = deal.openedAt;
  const passTo = (moment: string) => {
    for (let [next] = deadlines(deal); next && next.at <= moment; [next] = deadlines(deal)) {
      const at = latest(next.at, now);
      const woken = wakes(deal, at);
      sent.push({
        deal,
        deadline: { ...next, at },
        readers: mailsSince(deal, woken).map(([, reader]) => reader),
      });
      deal = mailed(woken);
      now = at;
    }
  };
  for (const [name, gap] of story.acts) {
    const moment = later(now, gap * hour);
    passTo(moment);
    now = moment;
    deal = mailed(moves[name]?.(deal, now) ?? deal);
  }
  passTo(later(now, 100 * day));
  return { sent, end: deal };
}

const always = (holds: (sent: Sent[], story: Story, end: Deal) => void) =>
  fc.assert(
    fc.property(stories, story => {
      const { sent, end } = play(story);
      holds(sent, story, end);
    }),
    runs(80),
  );
const of = (sent: Sent[], ...kinds: DeadlineKind[]) =>
  sent.filter(each => kinds.includes(each.deadline.kind));
const dateIn = ({ deadline }: Sent, zone: string) => inZone(deadline.at, zone).slice(0, 10);
const endOf = ({ deal }: Sent) => Date.parse(lastMomentOf(currentOffer(deal)?.expiresOn ?? ''));

describe('whatever people do and whenever they do it', () => {
  it('the stories have reminders of every kind', () => {
    const kinds = new Set<DeadlineKind>();
    always(sent => {
      for (const { deadline } of sent) kinds.add(deadline.kind);
    });
    for (const kind of [
      'answerDue',
      'negotiationIdle',
      'offerExpiring',
      'chaseSetUp',
      'stuckReminder',
    ] as const)
      expect(kinds).toContain(kind);
  });

  it('nobody is reminded of an offer that has ended, is accepted, or of which he wants no more reminders', () => {
    always(sent => {
      for (const each of of(sent, 'offerExpiring')) {
        expect(Date.parse(each.deadline.at)).toBeLessThanOrEqual(endOf(each));
        expect(currentOffer(each.deal)?.state).toBe('released');
        expect(each.deal.agreement).toBeUndefined();
        for (const reader of each.readers) expect(each.deal.remindersStopped ?? []).not.toContain(reader);
      }
    });
  });

  it('no buyer is chased who has finished', () => {
    always(sent => {
      for (const { deal } of of(sent, 'chaseSetUp', 'buyerAbsent')) expect(deal.link).toBeUndefined();
    });
  });

  it('no buyer gets two reminders of an offer on one day of his, but on its last', () => {
    always((sent, { signer, contact }) => {
      const early = of(sent, 'offerExpiring').filter(
        each => endOf(each) - Date.parse(each.deadline.at) > day,
      );
      const dates = early.flatMap(each =>
        each.readers.map(reader => `${reader} ${dateIn(each, reader === signerEmail ? signer : contact)}`),
      );
      expect(new Set(dates).size).toBe(dates.length);
    });
  });

  it('no buyer is chased twice on one day', () => {
    always((sent, { signer }) => {
      const dates = of(sent, 'chaseSetUp').map(each => dateIn(each, signer));
      expect(new Set(dates).size).toBe(dates.length);
    });
  });

  it('no owner gets two notices on one day that can wait', () => {
    always((sent, { staff }) => {
      const waiting = of(sent, 'approvalOverdue', 'offerUnread', 'negotiationIdle', 'stuckReminder');
      const dates = waiting.map(each => dateIn(each, staff));
      expect(new Set(dates).size).toBe(dates.length);
    });
  });

  it('staff are told while they work', () => {
    always((sent, { staff }) => {
      const toStaff = of(
        sent,
        'answerDue',
        'answerEscalates',
        'requestDue',
        'requestEscalates',
        'negotiationIdle',
        'offerUnread',
        'stuckReminder',
      );
      for (const { deadline } of toStaff) {
        const [date = '', clock = ''] = inZone(deadline.at, staff).split(' ');
        expect([0, 6]).not.toContain(new Date(date).getUTCDay());
        expect(clock >= '09:00:00' && clock <= '17:00:00').toBe(true);
      }
    });
  });

  it('no deal that is open waits without a moment at which somebody hears of it', () => {
    always((_sent, story, deal) => {
      const busy = stepsDue(deal).length > 0;
      if (!deal.closed && !busy)
        expect({ stage: deal.stage, next: deadlines(deal), story }).not.toMatchObject({ next: [] });
    });
  });
});
