import { movedLater, onceADay } from '../calendar/human-hours.ts';
import { inStaffHours } from '../calendar/staff-hours.ts';
import { onSameDay } from '../calendar/working-hours.ts';
import { type Deal, signerOf } from '../deal.ts';
import { hasEdition } from '../policy.ts';
import { isQuiet } from '../reminders/before.ts';
import { after, type Deadline, type DeadlineKind, day, hour, latest } from '../reminders/deadline.ts';
import { buyersReminded } from '../reminders/readers.ts';

/** From acceptance to the linked organization: the buyer is chased, and then somebody calls him. */
export function setUpDeadlines(deal: Deal): Deadline[] {
  const { agreement, link } = deal;
  if (!agreement) return unaccepted(deal);
  if (agreement.status !== 'ACTIVE') return [];
  if (link) return activation(deal, link.requestedAt);
  return [...chases(deal, agreement.acceptedAt), ...absent(deal, agreement.acceptedAt)];
}

function chases(deal: Deal, acceptedAt: string): Deadline[] {
  if (buyersReminded(deal, 'chaseSetUp').length === 0) return [];
  const neverCame = chasesSince(acceptedAt, { deal, reason: 'absent' });
  if (!deal.registration) return neverCame;
  const { policy } = deal;
  const { timeZone } = signerOf(deal);
  const sent = policy.workingHours ? neverCame.filter(each => deal.passed.includes(each.key)) : [];
  // Whoever was chased this morning and came is not chased again this afternoon.
  return chasesSince(deal.registration.at, { deal, reason: 'left' }).filter(
    each => !sent.some(before => onSameDay(before.at, each.at, timeZone)),
  );
}

/** Of the first day at once, while the buyer is at it; later ones at an hour at which he works. */
function chasesSince(since: string, { deal, reason }: { deal: Deal; reason: 'left' | 'absent' }): Deadline[] {
  const { policy, replannedAt = since } = deal;
  const reader = signerOf(deal);
  const chase = (hours: number) => ({
    key: `chaseSetUp:${reason}:${hours}`,
    kind: 'chaseSetUp' as const,
    at: after(since, hours * hour),
  });
  const atOnce = policy.chaseAfterHours.filter(hours => hours < 24).map(chase);
  const later = policy.chaseAfterHours.filter(hours => hours >= 24).map(chase);
  const planned = [...atOnce, ...movedLater(later, { policy, reader })];
  const actedAt = actedAfter(since, deal);
  return onceADay(planned, { policy, reader }).filter(
    ({ at }) => at > replannedAt && !isQuiet({ at, actedAt, hours: policy.quietHours ?? 0 }),
  );
}

/** Whoever reads the offer, accepts it and forgets the rest has not heard what is left to do. */
function actedAfter(since: string, { policy, buyerActedAt }: Deal): string | undefined {
  if (!buyerActedAt || buyerActedAt === since) return undefined;
  const isBefore = Date.parse(buyerActedAt) < Date.parse(since);
  return isBefore && hasEdition(policy, 2) ? undefined : buyerActedAt;
}

/** Mails alone have not helped; a call will. */
function absent(deal: Deal, acceptedAt: string): Deadline[] {
  const { callAfterHours, chaseAfterHours } = deal.policy;
  if (callAfterHours === undefined || deal.stuck.some(each => each.reason === 'buyerAbsent')) return [];
  const since = deal.registration?.at ?? acceptedAt;
  const first = after(since, (Math.max(0, ...chaseAfterHours) + callAfterHours) * hour);
  return [task(deal, { kind: 'buyerAbsent', first })];
}

/** Somebody has come from AWS, and AWS tells of no agreement: its news may be lost, or he has bought something else. */
function unaccepted(deal: Deal): Deadline[] {
  const { registration, policy } = deal;
  if (!registration || policy.agreementWithinHours === undefined) return [];
  if (deal.stuck.some(each => each.reason === 'agreementMissing')) return [];
  const first = after(registration.at, policy.agreementWithinHours * hour);
  return [task(deal, { kind: 'agreementMissing', first })];
}

/** Something that a person must do. Once somebody has taken it up, there is a week before the next one. */
function task(deal: Deal, { kind, first }: { kind: DeadlineKind; first: string }): Deadline {
  const number = deal.passed.filter(key => key.startsWith(`${kind}:`)).length + 1;
  const at = number === 1 ? first : after(latest(first, deal.staffActedAt), 7 * day);
  return { key: `${kind}:${number}`, kind, at: inStaffHours(deal, at) };
}

/** Everything is chosen, and AWS's license does not come. */
function activation(deal: Deal, requestedAt: string): Deadline[] {
  const { activateWithinHours } = deal.policy;
  if (activateWithinHours === undefined || deal.license || deal.stuck.length > 0) return [];
  const since = licenseDueSince(deal, requestedAt);
  const at = inStaffHours(deal, after(since, activateWithinHours * hour));
  return [{ key: `activationOverdue:${since}`, kind: 'activationOverdue', at }];
}

/** AWS gives the license of a term that begins later, such as a renewal's, when it begins. */
function licenseDueSince({ agreement, policy }: Deal, requestedAt: string): string {
  const isFirst = !agreement || !hasEdition(policy, 2);
  return isFirst ? requestedAt : latest(requestedAt, agreement.acceptedAt, agreement.startsAt);
}
