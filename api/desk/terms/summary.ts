import type { Deal } from '../../../deal/deal.ts';
import { approvalReasons } from '../../../deal/negotiation/approval.ts';
import { isAmount } from '../../../deal/terms/money.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { discountText, totalText } from './terms-text.ts';

export interface TermsSummary extends Record<string, string> {
  total: string;
  discount: string;
  approval: string;
}

/** What the prices come to, as far as they can be added up yet. */
export function termsSummary(
  terms: Terms,
  { deal, reader }: { deal: Deal; reader: Pick<PageContext, 'lang' | 'messages'> },
): TermsSummary {
  const { desk, deal: words } = reader.messages;
  const { notYet, approvalNeeded, approvalNotNeeded } = desk.terms;
  if (!addsUp(terms)) return { total: notYet, discount: notYet, approval: notYet };
  const reasons = approvalReasons(terms, deal.policy);
  return {
    total: totalText(terms, reader),
    discount: discountText(terms, reader),
    approval:
      reasons.length > 0
        ? approvalNeeded(desk.approvalReasonList(reasons, words.approvalReasons))
        : approvalNotNeeded,
  };
}

function addsUp({ dimensions, currency }: Terms): boolean {
  const whole = ({ price, units }: Terms['dimensions'][number]) =>
    isAmount(price, 3) && Number.isInteger(units);
  return dimensions.length > 0 && dimensions.every(whole) && Boolean(currency);
}
