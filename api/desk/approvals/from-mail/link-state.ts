import type { Deal } from '../../../../deal/deal.ts';
import { allowedCommands, mayAsk } from '../../../../deal/decider.ts';
import { approvalSince } from '../../../../deal/negotiation/deadlines.ts';
import type { Actor } from '../../../../deal/people.ts';
import type { ApprovalAsked } from '../../../../shared/approvals/approval-link.ts';

/** `replaced`: other terms, or a later asking, stand in its place. `notHis`: the rules of the deal leave it to others. */
export type LinkState = 'open' | 'notApprover' | 'tooLate' | 'decided' | 'replaced' | 'notHis';

/** What a mailed link is worth now to the person it was made for. Pure; `now` is ISO business time. */
export function linkState(
  deal: Deal,
  { link, by, now }: { link: ApprovalAsked; by: Actor; now: string },
): LinkState {
  const { approval } = deal;
  if (!mayAsk('approveOffer', by)) return 'notApprover';
  if (Date.parse(now) >= Date.parse(link.endsAt)) return 'tooLate';
  if (approval?.version !== link.version) return 'replaced';
  if (approval.state !== 'pending') return 'decided';
  if (deal.stage !== 'approving' || approvalSince(deal) !== link.askedAt) return 'replaced';
  return allowedCommands(deal, by).includes('approveOffer') ? 'open' : 'notHis';
}
