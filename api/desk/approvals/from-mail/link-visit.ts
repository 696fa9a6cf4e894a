import type { Deal } from '../../../../deal/deal.ts';
import type { Actor } from '../../../../deal/people.ts';
import { type ApprovalAsked, readApprovalToken } from '../../../../shared/approvals/approval-link.ts';
import { mustSignIn } from '../../../../shared/approvals/must-sign-in.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { Deps } from '../../../deps.ts';
import { readDeal } from '../../../service/read.ts';
import type { Visit } from '../../../visit.ts';
import { signedInStaff } from '../../session.ts';
import { actorOf, memberFrom, type StaffMember, withLentRoles } from '../../staff.ts';
import { type LinkState, linkState } from './link-state.ts';

/** Somebody who has come from his mail, and what his link is worth now. */
export interface LinkVisit extends Visit {
  link: ApprovalAsked;
  deal: Deal;
  staff: StaffMember;
  by: Actor;
  /** `otherBrowser`: a colleague is signed in where it was opened. `mustSignIn`: the desk alone takes decisions. */
  state: LinkState | 'otherBrowser' | 'mustSignIn';
  /** Of the page itself. It lets its bearer in. */
  path: string;
}

/**
 * Who comes with a token, looked up anew each time. A link of somebody who has left is answered as one that never was.
 * Throws the Problems notFound and dealNotFound.
 */
export async function linkVisit(deps: Deps, visit: Visit, token: string): Promise<LinkVisit> {
  const { db, config, now } = deps;
  const link = readApprovalToken({ secret: config.SESSION_SECRET }, token);
  const found = link && (await db.staff.findOne({ email: link.email, active: true }).lean());
  if (!found) throw new Problem('notFound');
  const [deal, staff, signedIn] = await Promise.all([
    readDeal(deps, link.dealId),
    withLentRoles(db, memberFrom(found), now()),
    signedInStaff(deps, visit.request),
  ]);
  const by: Actor = { ...actorOf(staff), via: 'mail' };
  const isOthers = signedIn !== undefined && signedIn.staffId !== staff.staffId;
  const gate = mustSignIn(config, found) ? 'mustSignIn' : isOthers ? 'otherBrowser' : undefined;
  const state = gate ?? linkState(deal, { link, by, now: now() });
  return { ...visit, link, deal, staff, by, state, path: `/approvals/${token}` };
}
