import { type Calendar, calendarOf } from '../calendar/calendar.ts';
import { after, byMoment, isAfter } from '../calendar/moments.ts';
import { onSameDay } from '../calendar/working-hours.ts';
import { type Deal, signerOf } from '../deal.ts';
import { deadlineKey, isDeadlineOf, numberIn } from '../keys.ts';
import { wishesAfterwards, wishesOf } from '../parts.ts';
import { afterBeginning } from './after-beginning.ts';
import { beforeEnd } from './before-end.ts';
import { type Deadline, deadlineKinds, isReminder } from './deadline.ts';
import { spacedForStaff } from './spacing.ts';
import type { AgainAndAgain, Wish } from './wish.ts';

/** Every coming moment of the deal, earliest first. Pure: asking twice gives the same answer. */
export function deadlines(deal: Deal): Deadline[] {
  // Whoever is closed is reminded of nothing any more.
  const hurried = deal.closed ? [] : deal.hurried;
  const others = planned(deal).filter(each => !hurried.some(sent => standsFor(deal, sent, each)));
  return [...hurried, ...others].sort(byMoment);
}

/** One that goes out by hand stands for itself in the plan, and for those of its kind planned for the same day. */
function standsFor(deal: Deal, sent: Deadline, other: Deadline): boolean {
  return (
    sent.key === other.key ||
    (sent.kind === other.kind && onSameDay(other.at, sent.at, signerOf(deal).timeZone))
  );
}

/** What is planned, whatever somebody has sent early. */
export function planned(deal: Deal): Deadline[] {
  const calendar = calendarOf(deal);
  const moments = (deal.closed ? wishesAfterwards(deal) : wishesOf(deal)).flatMap(wish =>
    momentsFor(wish, deal, calendar),
  );
  const coming = moments.filter(({ key }) => !deal.passed.includes(key));
  return spacedForStaff(deal, coming, calendar);
}

/** The moments that are planned for a wish: in somebody's hours, and without those that would only disturb. */
function momentsFor(wish: Wish, deal: Deal, calendar: Calendar): Deadline[] {
  const { kind } = wish;
  const once = (at: string) => ({ key: deadlineKey(kind, wish.of), kind, at });
  switch (wish.when) {
    case 'exactly':
      return [once(wish.at)];
    case 'inStaffHours':
      return [once(calendar.inStaffHours(wish.at))];
    case 'afterStaffHours': {
      const at = calendar.afterStaffHours(wish.since, wish.hours);
      return wish.until === undefined || isAfter(wish.until, at) ? [once(at)] : [];
    }
    case 'againAndAgain':
      return [nextOf(wish, deal, calendar)];
    case 'beforeEnd':
      return beforeEnd(wish, deal, calendar);
    case 'afterBeginning':
      return afterBeginning(wish, deal, calendar);
  }
}

/**
 * The next of a notice that comes again and again, numbered by the periods since it began. One at a time: after a time
 * in which nothing ran, the periods that went by are not made up for.
 */
function nextOf(
  { kind, since, every }: AgainAndAgain,
  { passed, updatedAt }: Deal,
  { inStaffHours }: Calendar,
): Deadline {
  const met = passed.filter(key => isDeadlineOf(key, kind, [since])).map(key => numberIn(key, kind, [since]));
  const gone = Math.floor((Date.parse(updatedAt) - Date.parse(since)) / every);
  // What began it may carry a moment of another clock, ahead of the one by which it was decided.
  const number = Math.max(0, gone, ...met) + 1;
  return { key: deadlineKey(kind, [since, number]), kind, at: inStaffHours(after(since, number * every)) };
}

/** The keys that sending a reminder by hand makes good: its own, and those of the plan that it stands for. */
export function madeGoodBy(deal: Deal, sent: Deadline): string[] {
  const alike = planned(deal).filter(each => standsFor(deal, sent, each));
  return [...new Set([sent.key, ...alike.map(({ key }) => key)])];
}

/**
 * The deadlines that `now` has reached, earliest first. After a time in which nothing ran, of several reminders for the
 * same reason only the last is still worth sending; the ones before it are marked late.
 */
export function passedDeadlines(deal: Deal, now: string): { deadline: Deadline; late: boolean }[] {
  const reached = deadlines(deal).filter(({ at }) => !isAfter(at, now));
  return reached.map((deadline, index) => {
    const { kind } = deadline;
    const overtaken = reached
      .slice(index + 1)
      .some(later => later.kind === kind || later.kind === deadlineKinds[kind].end);
    return { deadline, late: isReminder(deadline) && !deadline.byHand && overtaken };
  });
}
