import { after, day, hour, latest } from '../calendar/moments.ts';
import type { Agreement, Deal } from '../deal.ts';
import { isDeadlineOf, type KeyPart } from '../keys.ts';
import type { DeadlineKind } from '../reminders/deadline.ts';
import type { Wish } from '../reminders/wish.ts';
import { isFollowed } from '../stages.ts';
import { isStuckFor } from '../stuck.ts';
import { awaitedFrom, callDue } from './awaited.ts';

/** From acceptance to the linked organization: the buyer is chased, and then somebody calls him. */
export function setUpDeadlines(deal: Deal): Wish[] {
  const { agreement, link } = deal;
  if (!agreement) return unaccepted(deal);
  if (link) return activation(deal, { agreement, requestedAt: link.requestedAt });
  if (agreement.status !== 'ACTIVE') return [];
  const begin = awaitedFrom(deal);
  return begin ? [chases(deal, begin), ...absent(deal)] : [];
}

/** Whoever has come and left half-way is chased anew. */
function chases({ policy, registration }: Deal, begin: string): Wish {
  return {
    when: 'afterBeginning',
    kind: 'chaseSetUp',
    of: [registration ? 'left' : 'absent'],
    since: latest(begin, registration?.at),
    times: policy.chaseAfterHours.map(hours => ({ name: hours, length: hours * hour })),
  };
}

/** Mails alone have not helped; a call will. */
function absent(deal: Deal): Wish[] {
  const call = callDue(deal);
  return !call || isStuckFor(deal, 'buyerAbsent')
    ? []
    : [task(deal, { kind: 'buyerAbsent', first: call.due })];
}

/** Somebody has come from AWS, and AWS tells of no agreement: its news may be lost, or he has bought something else. */
function unaccepted(deal: Deal): Wish[] {
  const { registration, policy } = deal;
  if (!registration || isStuckFor(deal, 'agreementMissing')) return [];
  return [
    task(deal, {
      kind: 'agreementMissing',
      first: after(registration.at, policy.agreementWithinHours * hour),
    }),
  ];
}

/** Something that a person must do. Once somebody has taken it up, there is a week before the next one. */
function task(
  deal: Deal,
  { kind, of = [], first }: { kind: DeadlineKind; of?: KeyPart[]; first: string },
): Wish {
  const number = deal.passed.filter(key => isDeadlineOf(key, kind, of)).length + 1;
  const at = number === 1 ? first : after(latest(first, deal.staffActedAt), 7 * day);
  return { when: 'inStaffHours', kind, of: [...of, number], at };
}

/** Everything is chosen, and AWS's license does not come: that of the agreement, or of the one that was said to follow it. */
function activation(
  deal: Deal,
  { agreement, requestedAt }: { agreement: Agreement; requestedAt: string },
): Wish[] {
  const isAwaited = isFollowed(agreement) || (agreement.status === 'ACTIVE' && !deal.license);
  if (!isAwaited || deal.stuck.length > 0) return [];
  const { acceptedAt, startsAt, followedAt } = agreement;
  // AWS gives the license of a term that begins later, such as a renewal's, when it begins.
  const since = latest(requestedAt, acceptedAt, startsAt, followedAt);
  const at = after(since, deal.policy.activateWithinHours * hour);
  return [task(deal, { kind: 'activationOverdue', of: [since], first: at })];
}
