import type { ApprovalReason } from '../deal.ts';
import type { Policy } from '../policy.ts';
import { compareAmounts, sumOf, times, toThousandths } from '../terms/money.ts';
import { type Terms, totalOf } from '../terms/terms.ts';

/** The limits of the policy that the terms pass; empty when no approver need be asked. */
export function approvalReasons(terms: Terms, policy: Policy): ApprovalReason[] {
  const { discountPercent, durationMonths, amount } = policy.approval;
  const discount = discountOf(terms);
  const passed: [ApprovalReason, boolean][] = [
    ['discountUnknown', discount === undefined],
    ['discount', discount !== undefined && discount > discountPercent],
    ['duration', terms.durationMonths > durationMonths],
    ['amount', compareAmounts(totalOf(terms), amount[terms.currency]) > 0],
  ];
  return passed.filter(([, isPassed]) => isPassed).map(([reason]) => reason);
}

/** Percent below the list price over all dimensions; undefined when any of them has none in the currency of the terms. */
export function discountOf(terms: Terms): number | undefined {
  const list = listTotalOf(terms);
  if (list === undefined) return undefined;
  const full = toThousandths(list);
  return full === 0 ? 0 : (100 * (full - toThousandths(totalOf(terms)))) / full;
}

/** What the terms would cost at list prices; undefined when any dimension has none. */
export function listTotalOf({ dimensions }: Terms): string | undefined {
  const known = dimensions.flatMap(({ listPrice, units }) => (listPrice ? [times(listPrice, units)] : []));
  return known.length === dimensions.length ? sumOf(known) : undefined;
}
