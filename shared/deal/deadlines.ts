import { currentOffer, type Deal } from './deal.ts';
import { lastMomentOf } from './terms.ts';

export type DeadlineKind =
  | 'answerDue'
  | 'offerExpiring'
  | 'offerExpires'
  | 'revivalEnds'
  | 'chaseSetUp'
  | 'termEnds';

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

/** Every coming moment of the deal, earliest first. Pure: asking twice gives the same answer. */
export function deadlines(deal: Deal): Deadline[] {
  if (deal.closed) return [];
  const all = [...answerDue(deal), ...offerMoments(deal), ...chases(deal), ...termEnds(deal)];
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
  const reminders = deal.policy.remindDaysBefore
    .map(days => ({
      key: `offerExpiring:${name}:${days}`,
      kind: 'offerExpiring' as const,
      at: after(lastMoment, -days * day),
    }))
    .filter(reminder => reminder.at > offer.releasedAt);
  return [...reminders, { key: `offerExpires:${name}`, kind: 'offerExpires', at: end }];
}

function chases(deal: Deal): Deadline[] {
  const { agreement } = deal;
  if (!agreement || deal.link) return [];
  const since = deal.registration ? deal.registration.at : agreement.acceptedAt;
  const reason = deal.registration ? 'left' : 'absent';
  return deal.policy.chaseAfterHours.map(hours => ({
    key: `chaseSetUp:${reason}:${hours}`,
    kind: 'chaseSetUp',
    at: after(since, hours * hour),
  }));
}

/** AWS ends or renews an agreement by itself; when it says neither for two days after the end, the deal is over. */
function termEnds(deal: Deal): Deadline[] {
  const end = deal.agreement?.endsAt;
  return end ? [{ key: `termEnds:${end}`, kind: 'termEnds', at: after(end, 2 * day) }] : [];
}

/** True for a planned mail, which staff may send now or skip; false for a moment that changes the deal. */
export function isReminder(deadline: Deadline): boolean {
  return deadline.kind === 'offerExpiring' || deadline.kind === 'chaseSetUp';
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
      reached.slice(index + 1).some(later => later.kind === deadline.kind || later.kind === 'offerExpires'),
  }));
}
