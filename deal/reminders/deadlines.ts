import { onSameDay } from '../calendar/working-hours.ts';
import { stuckDeadlines } from '../care/deadlines.ts';
import { currentOffer, type Deal, signerOf } from '../deal.ts';
import { negotiationDeadlines } from '../negotiation/deadlines.ts';
import { offerDeadlines } from '../offer/deadlines.ts';
import { setUpDeadlines } from '../set-up/deadlines.ts';
import { termDeadlines } from '../term/deadlines.ts';
import type { Deadline, DeadlineKind } from './deadline.ts';
import { spacedForStaff } from './spacing.ts';

/** Every coming moment of the deal, earliest first. Pure: asking twice gives the same answer. */
export function deadlines(deal: Deal): Deadline[] {
  if (deal.closed) return [];
  const all = [
    ...negotiationDeadlines(deal),
    ...offerDeadlines(deal),
    ...setUpDeadlines(deal),
    ...termDeadlines(deal),
    ...stuckDeadlines(deal),
  ];
  const coming = all.filter(deadline => !deal.passed.includes(deadline.key));
  return spacedForStaff(deal, coming).sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.key.localeCompare(b.key),
  );
}

/** Moments that change the deal itself, whoever hears of them. */
const changing: readonly DeadlineKind[] = [
  'offerExpires',
  'revivalEnds',
  'buyerAbsent',
  'agreementMissing',
  'activationOverdue',
  'termEnds',
];

/** True for a planned mail, which staff may send now or skip; false for a moment that changes the deal. */
export function isReminder(deadline: Deadline): boolean {
  return !changing.includes(deadline.kind);
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

/** False for the key of a reminder before an end that has moved since, of an offer or of a term. */
export function countsToPresentEnd(deal: Deal, key: string): boolean {
  const [kind] = key.split(':');
  if (kind === 'termEnding') return key.startsWith(`termEnding:${deal.agreement?.endsAt}:`);
  const offer = currentOffer(deal);
  return kind !== 'offerExpiring' || key.startsWith(`offerExpiring:${offer?.offerId}:${offer?.expiresOn}:`);
}

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
