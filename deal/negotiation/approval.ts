import type { ApprovalReason } from '../deal.ts';
import type { Policy } from '../policy.ts';
import { compareAmounts, sumOf, times, toThousandths } from '../terms/money.ts';
import { type Terms, totalOf } from '../terms/terms.ts';

/** The limits of the policy that the terms pass; empty when no approver need be asked. */
export function approvalReasons(terms: Terms, policy: Policy): ApprovalReason[] {
  const { discountPercent, durationMonths, amount } = policy.approval;
  const passed: [ApprovalReason, boolean][] = [
    ['discount', discountOf(terms) > discountPercent],
    ['duration', terms.durationMonths > durationMonths],
    ['amount', compareAmounts(totalOf(terms), amount[terms.currency]) > 0],
  ];
  return passed.filter(([, isPassed]) => isPassed).map(([reason]) => reason);
}

/** Percent below the list price over all dimensions; zero where no list price is known. */
export function discountOf(terms: Terms): number {
  const list = sumOf(terms.dimensions.map(each => times(each.listPrice ?? each.price, each.units)));
  const full = toThousandths(list);
  return full === 0 ? 0 : (100 * (full - toThousandths(totalOf(terms)))) / full;
}
