import { currentOffer, type Deal, latestTerms, signerOf } from './deal.ts';
import { movedEarlier, movedLater, onceADay } from './human-hours.ts';
import type { Person } from './people.ts';
import { isOver } from './steps.ts';
import { lastMomentOf } from './terms.ts';
import { onSameDay } from './working-hours.ts';

export type DeadlineKind =
  | 'answerDue'
  | 'approvalOverdue'
  | 'offerExpiring'
  | 'offerExpires'
  | 'revivalEnds'
  | 'chaseSetUp'
  | 'termEnding'
  | 'termEnds'
  | 'stuckReminder';

/** A moment at which something must happen by itself. `key` is unique in the deal and changes when the moment moves. */
export interface Deadline {
  key: string;
  kind: DeadlineKind;
  /** ISO, business time. */
  at: string;
}

const hour = 3_600_000;
const day = 24 * hour;
const after = (moment: string, milliseconds: number) =>
  new Date(Date.parse(moment) + milliseconds).toISOString();

const latest = (a: string, b: string) => new Date(Math.max(Date.parse(a), Date.parse(b))).toISOString();

/** Every coming moment of the deal, earliest first. Pure: asking twice gives the same answer. */
export function deadlines(deal: Deal): Deadline[] {
  if (deal.closed) return [];
  const all = [
    ...answerDue(deal),
    ...approvalOverdue(deal),
    ...offerMoments(deal),
    ...chases(deal),
    ...termMoments(deal),
    ...stuckReminder(deal),
  ];
  return all
    .filter(deadline => !deal.passed.includes(deadline.key))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key));
}

function answerDue(deal: Deal): Deadline[] {
  if (deal.stage !== 'inquiry' || deal.answeredAt) return [];
  return [
    { key: 'answerDue', kind: 'answerDue', at: after(deal.openedAt, deal.policy.answerWithinHours * hour) },
  ];
}

/** When the approval that is pending was asked for. Corrected terms may be asked for without leaving the stage. */
export function approvalSince(deal: Deal): string {
  return latest(deal.stageSince, latestTerms(deal)?.at ?? deal.stageSince);
}

/** The moment of asking is in the key, so that asking again is followed up again. */
function approvalOverdue(deal: Deal): Deadline[] {
  const { approveWithinHours } = deal.policy;
  if (deal.stage !== 'approving' || approveWithinHours === undefined) return [];
  const since = approvalSince(deal);
  return [
    { key: `approvalOverdue:${since}`, kind: 'approvalOverdue', at: after(since, approveWithinHours * hour) },
  ];
}

function offerMoments(deal: Deal): Deadline[] {
  const offer = currentOffer(deal);
  if (!offer || deal.agreement || deal.registration) return [];
  const lastMoment = lastMomentOf(offer.expiresOn);
  const name = `${offer.offerId}:${offer.expiresOn}`;
  const end = after(lastMoment, 1000);
  if (offer.state === 'expired') {
    return [
      { key: `revivalEnds:${name}`, kind: 'revivalEnds', at: after(end, deal.policy.reviveWithinDays * day) },
    ];
  }
  if (offer.state !== 'released') return [];
  const reminders = deal.policy.remindDaysBefore.map(days => ({
    key: `offerExpiring:${name}:${days}`,
    kind: 'offerExpiring' as const,
    at: after(lastMoment, -days * day),
  }));
  return [
    ...remindersBefore(lastMoment, {
      deal,
      reminders,
      readers: [signerOf(deal), deal.inquiry.contact],
      since: (deal.policy.workingHours && offer.extendedAt) ?? offer.releasedAt,
    }),
    { key: `offerExpires:${name}`, kind: 'offerExpires', at: end },
  ];
}

/** Those that are later than `since`, each at an hour of its readers, and no two on one day. */
function remindersBefore(
  end: string,
  asked: { deal: Deal; reminders: Deadline[]; readers: [Person, ...Person[]]; since: string },
): Deadline[] {
  const { readers, since } = asked;
  const { policy } = asked.deal;
  const ahead = asked.reminders.filter(each => Date.parse(each.at) > Date.parse(since));
  return onceADay(movedEarlier(ahead, { policy, readers, since }), { policy, reader: readers[0], end });
}

function chases(deal: Deal): Deadline[] {
  const { agreement } = deal;
  if (!agreement || deal.link) return [];
  const absent = chasesSince(agreement.acceptedAt, { deal, reason: 'absent' });
  if (!deal.registration) return absent;
  const { policy } = deal;
  const { timeZone } = signerOf(deal);
  const sent = policy.workingHours ? absent.filter(each => deal.passed.includes(each.key)) : [];
  // Whoever was chased this morning and came is not chased again this afternoon.
  return chasesSince(deal.registration.at, { deal, reason: 'left' }).filter(
    each => !sent.some(before => onSameDay(before.at, each.at, timeZone)),
  );
}

/** Of the first day at once, while the buyer is at it; later ones at an hour at which he works. */
function chasesSince(since: string, { deal, reason }: { deal: Deal; reason: 'left' | 'absent' }): Deadline[] {
  const { policy } = deal;
  const reader = signerOf(deal);
  const chase = (hours: number) => ({
    key: `chaseSetUp:${reason}:${hours}`,
    kind: 'chaseSetUp' as const,
    at: after(since, hours * hour),
  });
  const atOnce = policy.chaseAfterHours.filter(hours => hours < 24).map(chase);
  const later = policy.chaseAfterHours.filter(hours => hours >= 24).map(chase);
  return onceADay([...atOnce, ...movedLater(later, { policy, reader })], { policy, reader });
}

/** AWS ends or renews an agreement by itself; when it says neither for two days after the end, the deal is over. */
function termMoments(deal: Deal): Deadline[] {
  const end = deal.agreement?.endsAt;
  if (!end) return [];
  return [...termEnding(deal, end), { key: `termEnds:${end}`, kind: 'termEnds', at: after(end, 2 * day) }];
}

/** Moments before the confirmation, or before the renewal, are left out: the mail of that day has told the dates. */
function termEnding(deal: Deal, end: string): Deadline[] {
  const { agreement, link, policy } = deal;
  if (deal.stage !== 'active' || agreement?.status !== 'ACTIVE' || isOver(deal)) return [];
  const known = latest(agreement.acceptedAt, link?.productToldAt ?? agreement.acceptedAt);
  const reminders = (policy.remindTermDaysBefore ?? []).map(days => ({
    key: `termEnding:${end}:${days}`,
    kind: 'termEnding' as const,
    at: after(end, -days * day),
  }));
  return remindersBefore(end, { deal, reminders, readers: [signerOf(deal)], since: known });
}

/**
 * One at a time, numbered by the days since the oldest trouble. After a time in which nothing ran the days that went by
 * are not made up for. A notice that itself waits to be sent is not followed by another.
 */
function stuckReminder(deal: Deal): Deadline[] {
  const { remindStuckEveryHours } = deal.policy;
  const [since] = deal.stuck.map(stuck => stuck.since).toSorted();
  if (!since || !remindStuckEveryHours || deal.mails.some(mail => mail.template === 'stuckNotice')) return [];
  const every = remindStuckEveryHours * hour;
  const name = `stuckReminder:${since}:`;
  const told = deal.passed.filter(key => key.startsWith(name)).map(key => Number(key.slice(name.length)));
  const gone = Math.floor((Date.parse(deal.updatedAt) - Date.parse(since)) / every);
  const number = Math.max(gone, ...told) + 1;
  return [{ key: `${name}${number}`, kind: 'stuckReminder', at: after(since, number * every) }];
}

const reminders: readonly DeadlineKind[] = [
  'approvalOverdue',
  'offerExpiring',
  'chaseSetUp',
  'termEnding',
  'stuckReminder',
];

/** True for a planned mail, which staff may send now or skip; false for a moment that changes the deal. */
export function isReminder(deadline: Deadline): boolean {
  return reminders.includes(deadline.kind);
}

/** The keys that sending a reminder at a moment makes good: its own, and those of its kind planned for the same day. */
export function madeGoodBy(deal: Deal, { key, at }: Pick<Deadline, 'key' | 'at'>): string[] {
  const planned = deadlines(deal);
  const sent = planned.find(each => each.key === key);
  if (!sent || !deal.policy.workingHours) return [key];
  const { timeZone } = signerOf(deal);
  const alike = planned.filter(each => each.kind === sent.kind && onSameDay(each.at, at, timeZone));
  return [...new Set([key, ...alike.map(each => each.key)])];
}

/** What a reminder is of; once that has come, the reminder is too late. */
const ends: { [K in DeadlineKind]?: DeadlineKind } = {
  offerExpiring: 'offerExpires',
  termEnding: 'termEnds',
};

/**
 * The deadlines that `now` has reached, earliest first. After a time in which nothing ran, of several reminders for the
 * same reason only the last is still worth sending; the ones before it are marked late.
 */
export function passedDeadlines(deal: Deal, now: string): { deadline: Deadline; late: boolean }[] {
  const reached = deadlines(deal).filter(deadline => Date.parse(deadline.at) <= Date.parse(now));
  return reached.map((deadline, index) => ({
    deadline,
    late:
      isReminder(deadline) &&
      reached.slice(index + 1).some(later => [deadline.kind, ends[deadline.kind]].includes(later.kind)),
  }));
}
