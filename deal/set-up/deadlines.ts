import { after, day, hour, latest } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import { isDeadlineOf } from '../keys.ts';
import type { DeadlineKind } from '../reminders/deadline.ts';
import type { Wish } from '../reminders/wish.ts';
import { isStuckFor } from '../stuck.ts';

/** From acceptance to the linked organization: the buyer is chased, and then somebody calls him. */
export function setUpDeadlines(deal: Deal): Wish[] {
  const { agreement, link, unlinked } = deal;
  if (!agreement) return unaccepted(deal);
  if (agreement.status !== 'ACTIVE') return [];
  if (link) return activation(deal, link.requestedAt);
  // Support has ended the link and told everybody why and how to go on: nobody is chased for it.
  if (unlinked) return [];
  const begin = latest(agreement.acceptedAt, agreement.startsAt);
  return [chases(deal, begin), ...absent(deal, begin)];
}

/**
 * Whoever has come and left half-way is chased anew. `begin`: when the buyer could begin, since AWS gives the license of an
 * agreement that starts later when it starts.
 */
function chases({ policy, registration }: Deal, begin: string): Wish {
  return {
    when: 'afterBeginning',
    kind: 'chaseSetUp',
    of: [registration ? 'left' : 'absent'],
    since: latest(begin, registration?.at),
    chasedSince: begin,
    times: policy.chaseAfterHours.map(hours => ({ name: hours, length: hours * hour })),
  };
}

/** Mails alone have not helped; a call will. */
function absent(deal: Deal, begin: string): Wish[] {
  if (isStuckFor(deal, 'buyerAbsent')) return [];
  const { callAfterHours, chaseAfterHours } = deal.policy;
  const since = latest(begin, deal.registration?.at);
  const first = after(since, (Math.max(0, ...chaseAfterHours) + callAfterHours) * hour);
  return [task(deal, { kind: 'buyerAbsent', first })];
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
function task(deal: Deal, { kind, first }: { kind: DeadlineKind; first: string }): Wish {
  const number = deal.passed.filter(key => isDeadlineOf(key, kind)).length + 1;
  const at = number === 1 ? first : after(latest(first, deal.staffActedAt), 7 * day);
  return { when: 'inStaffHours', kind, of: [number], at };
}

/** Everything is chosen, and AWS's license does not come. */
function activation(deal: Deal, requestedAt: string): Wish[] {
  if (deal.license || deal.stuck.length > 0) return [];
  // AWS gives the license of a term that begins later, such as a renewal's, when it begins.
  const since = latest(requestedAt, deal.agreement?.acceptedAt, deal.agreement?.startsAt);
  const at = after(since, deal.policy.activateWithinHours * hour);
  return [{ when: 'inStaffHours', kind: 'activationOverdue', of: [since], at }];
}
