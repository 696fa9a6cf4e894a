import { calendarOf } from '../calendar/calendar.ts';
import { day, latest } from '../calendar/moments.ts';
import { type Deal, latestTerms } from '../deal.ts';
import type { KeyPart } from '../keys.ts';
import type { DeadlineKind } from '../reminders/deadline.ts';
import type { Wish } from '../reminders/wish.ts';
import { isWithBuyer, latestProposal } from './proposals.ts';

/** From the first contact to the internal yes: whoever must act is told, then who leads him, and then again and again. */
export function negotiationDeadlines(deal: Deal): Wish[] {
  return [...answer(deal), ...request(deal), ...proposal(deal), ...approval(deal), ...idle(deal)];
}

/** When the inquiry should have had its answer. */
export function answerDueAt(deal: Deal): string {
  return calendarOf(deal).afterStaffHours(deal.openedAt, deal.policy.answerWithinHours);
}

function answer(deal: Deal): Wish[] {
  if (deal.stage !== 'inquiry' || deal.answeredAt) return [];
  const hours = deal.policy.answerWithinHours;
  return overdue(deal, ['answerDue', 'answerEscalates'], { since: deal.openedAt, hours });
}

/** What the buyer has asked on his page is answered as soon as an inquiry. */
function request(deal: Deal): Wish[] {
  if (!deal.request) return [];
  const { at } = deal.request;
  const hours = deal.policy.answerWithinHours;
  return overdue(deal, ['requestDue', 'requestEscalates'], { since: at, hours, of: [at] });
}

/** Nobody is reminded of what he has already asked to change. */
function proposal(deal: Deal): Wish[] {
  const sent = latestProposal(deal);
  if (!sent || !isWithBuyer(deal) || deal.request) return [];
  const times = deal.policy.remindDaysBefore.map(days => ({ name: days, length: days * day }));
  return [{ when: 'beforeEnd', kind: 'proposalExpiring', times, since: sent.sentAt }];
}

/** When the approval that is pending was asked for. Corrected terms may be asked for without leaving the stage. */
export function approvalSince(deal: Deal): string {
  return latest(deal.stageSince, latestTerms(deal)?.at);
}

/** The moment of asking is in the key, so that asking again is followed up again. */
function approval(deal: Deal): Wish[] {
  if (deal.stage !== 'approving') return [];
  const since = approvalSince(deal);
  const hours = deal.policy.approveWithinHours;
  return overdue(deal, ['approvalOverdue', 'approvalEscalates'], { since, hours, of: [since] });
}

/** Whoever leads the owner hears of what is still open some working hours after the owner was told. */
function overdue(
  { policy }: Deal,
  [first, second]: [DeadlineKind, DeadlineKind],
  { hours, ...due }: { since: string; hours: number; of?: KeyPart[] },
): Wish[] {
  return [
    { when: 'afterStaffHours', kind: first, hours, ...due },
    { when: 'afterStaffHours', kind: second, hours: hours + policy.escalateAfterHours, ...due },
  ];
}

const negotiating: readonly Deal['stage'][] = ['inquiry', 'negotiating', 'approving'];

/** When anybody last did something in a negotiation. */
export function idleSince({ openedAt, staffActedAt, buyerActedAt }: Deal): string {
  return latest(openedAt, staffActedAt, buyerActedAt);
}

function idle(deal: Deal): Wish[] {
  if (!negotiating.includes(deal.stage)) return [];
  const every = deal.policy.remindIdleEveryDays * day;
  return [{ when: 'againAndAgain', kind: 'negotiationIdle', since: idleSince(deal), every }];
}
