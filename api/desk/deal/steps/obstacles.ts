import type { CommandType } from '../../../../deal/commands.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { rules } from '../../../../deal/decider.ts';
import { ownsAsStandIn } from '../../../../deal/negotiation/own-deal.ts';
import { changeSetRunning } from '../../../../deal/offer/change-set.ts';
import type { StaffRole } from '../../../../deal/people.ts';
import type { RefusalCode } from '../../../../deal/refusals.ts';
import type { Stage } from '../../../../deal/stages.ts';
import { actorOf, type StaffMember } from '../../staff.ts';

/** Why somebody may not take a step now: the deal's own word, who may, or when one may. */
export type Obstacle =
  | { why: 'refused'; code: RefusalCode }
  | { why: 'role'; roles: StaffRole[] }
  | { why: 'stage'; stages: readonly Stage[] };

/** What is missing where a step would be refused whatever somebody typed. */
const missing: { [T in CommandType]?: RefusalCode } = {
  markNegotiationDone: 'noTerms',
  approveOffer: 'approverIsRequester',
  moveLink: 'noAgreement',
  handOverSetUp: 'notSetUp',
  closeDeal: 'notNow',
};

/** The obstacle to a step that is not among the allowed ones. */
export function obstacleTo(type: CommandType, deal: Deal, staff: StaffMember): Obstacle {
  const { who, stages, waitsForAws } = rules[type];
  const { roles = [] } = actorOf(staff);
  const may = who.filter((party): party is StaffRole => isRole(party));
  if (!may.some(role => roles.includes(role))) return { why: 'role', roles: may };
  if (!stages.includes(deal.stage)) return { why: 'stage', stages };
  if (type === 'approveOffer' && ownsAsStandIn(deal, actorOf(staff)))
    return { why: 'refused', code: 'standInIsOwner' };
  const isLocked = (waitsForAws || type === 'closeDeal') && changeSetRunning(deal);
  return { why: 'refused', code: isLocked ? 'changeSetRunning' : (missing[type] ?? 'notNow') };
}

const isRole = (party: string): party is StaffRole =>
  party === 'sales' || party === 'approver' || party === 'support';
