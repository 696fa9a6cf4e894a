import { approvalReasons } from '../../../shared/deal/approval.ts';
import type { Deal } from '../../../shared/deal/deal.ts';
import { isAmount } from '../../../shared/deal/money.ts';
import type { Terms } from '../../../shared/deal/terms.ts';
import type { PageContext } from '../../ui/page-context.ts';
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
  const whole = ({ price, units, listPrice }: Terms['dimensions'][number]) =>
    isAmount(price, 3) && Number.isInteger(units) && (!listPrice || isAmount(listPrice, 3));
  return dimensions.length > 0 && dimensions.every(whole) && Boolean(currency);
}
