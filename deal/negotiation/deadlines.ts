import { inStaffHours, staffHoursAfter } from '../calendar/staff-hours.ts';
import { type Deal, latestTerms } from '../deal.ts';
import { after, type Deadline, day, latest } from '../reminders/deadline.ts';
import { recurring } from '../reminders/recurring.ts';

/** From the first contact to the internal yes: whoever must act is told, then who leads him, and then again and again. */
export function negotiationDeadlines(deal: Deal): Deadline[] {
  return [...answer(deal), ...request(deal), ...approval(deal), ...idle(deal)];
}

/** When the inquiry should have had its answer. */
export function answerDueAt(deal: Deal): string {
  return staffHoursAfter(deal, deal.openedAt, deal.policy.answerWithinHours);
}

function answer(deal: Deal): Deadline[] {
  if (deal.stage !== 'inquiry' || deal.answeredAt) return [];
  const at = answerDueAt(deal);
  return [
    { key: 'answerDue', kind: 'answerDue', at },
    ...escalation(deal, { kind: 'answerEscalates', due: at }),
  ];
}

/** What the buyer has asked on his page is answered as soon as an inquiry. */
function request(deal: Deal): Deadline[] {
  if (!deal.request || !deal.policy.staff) return [];
  const asked = deal.request.at;
  const at = staffHoursAfter(deal, asked, deal.policy.answerWithinHours);
  return [
    { key: `requestDue:${asked}`, kind: 'requestDue', at },
    ...escalation(deal, { kind: 'requestEscalates', due: at, of: asked }),
  ];
}

/** When the approval that is pending was asked for. Corrected terms may be asked for without leaving the stage. */
export function approvalSince(deal: Deal): string {
  return latest(deal.stageSince, latestTerms(deal)?.at);
}

/** The moment of asking is in the key, so that asking again is followed up again. */
function approval(deal: Deal): Deadline[] {
  const { approveWithinHours } = deal.policy;
  if (deal.stage !== 'approving' || approveWithinHours === undefined) return [];
  const since = approvalSince(deal);
  const at = staffHoursAfter(deal, since, approveWithinHours);
  return [
    { key: `approvalOverdue:${since}`, kind: 'approvalOverdue', at },
    ...escalation(deal, { kind: 'approvalEscalates', due: at, of: since }),
  ];
}

/** Whoever leads the owner hears of what is still open some working hours after the owner was told. */
function escalation(
  deal: Deal,
  { kind, due, of }: { kind: Deadline['kind']; due: string; of?: string },
): Deadline[] {
  const { staff, escalateAfterHours } = deal.policy;
  if (!staff || escalateAfterHours === undefined) return [];
  return [{ key: of ? `${kind}:${of}` : kind, kind, at: staffHoursAfter(deal, due, escalateAfterHours) }];
}

const negotiating: readonly Deal['stage'][] = ['inquiry', 'negotiating', 'approving'];

/** When anybody last did something in a negotiation. */
export function idleSince({ openedAt, staffActedAt, buyerActedAt }: Deal): string {
  return latest(openedAt, staffActedAt, buyerActedAt);
}

function idle(deal: Deal): Deadline[] {
  const { remindIdleEveryDays } = deal.policy;
  if (!remindIdleEveryDays || !negotiating.includes(deal.stage)) return [];
  const { key, at } = recurring(deal, {
    name: 'negotiationIdle',
    since: idleSince(deal),
    every: remindIdleEveryDays * day,
  });
  return [{ key, kind: 'negotiationIdle', at: inStaffHours(deal, after(at, 0)) }];
}
