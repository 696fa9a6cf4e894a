import type { Deal } from '../../../../deal/deal.ts';
import { commandIds } from '../../../../deal/keys.ts';
import { termsAgain } from '../../../../deal/offer/again.ts';
import type { Actor } from '../../../../deal/people.ts';
import type { FieldError } from '../../../../deal/refusals.ts';
import { limitsBroken } from '../../../../deal/terms/terms-limits.ts';
import { Problem } from '../../../../shared/problems.ts';
import type { Deps } from '../../../deps.ts';
import { askDeal } from '../../../service/ask.ts';
import { openDeal } from '../../../service/open.ts';

/**
 * Offers the terms of a deal again that was accepted and not paid: opens a deal of its own for them, and ends its
 * negotiation, so that its approvals and limits are those of any other. Pressed again, it leads to the same deal.
 * Throws the Problems refused (nothing to offer again) and temporalUnavailable.
 */
export async function takeUpAgain(
  deps: Deps,
  { deal, by }: { deal: Deal; by: Actor },
): Promise<{ dealId: string } | { broken: FieldError[] }> {
  const now = deps.now();
  const terms = termsAgain(deal, now);
  if (!terms) throw new Problem('refused');
  const broken = limitsBroken(terms, now.slice(0, 10));
  if (broken.length > 0) return { broken };
  const inquiry = { ...deal.inquiry, follows: deal.dealId };
  const commandId = commandIds.takenUp(deal.dealId);
  const { dealId } = await openDeal(deps, { inquiry, commandId });
  const asked = { dealId, by };
  const proposed = { type: 'proposeTerms', terms } as const;
  const answer = await askDeal(deps, { ...asked, body: proposed, commandId: `${commandId}:terms` });
  if (answer.state === 'refused') return { dealId };
  const done = { type: 'markNegotiationDone', version: 1 } as const;
  await askDeal(deps, { ...asked, body: done, commandId: `${commandId}:done` });
  return { dealId };
}
