import type { Config } from './config.ts';
import { defaultPolicy, type Policy } from './deal/policy.ts';

/** The vendor's policy for new deals; a deal keeps the one it was opened with. */
export function policyFrom(config: Config): Policy {
  const { APPROVAL_DISCOUNT_PERCENT, APPROVAL_DURATION_MONTHS, ANSWER_WITHIN_HOURS } = config;
  const approval = {
    ...defaultPolicy.approval,
    discountPercent: APPROVAL_DISCOUNT_PERCENT,
    durationMonths: APPROVAL_DURATION_MONTHS,
  };
  return { ...defaultPolicy, approval, answerWithinHours: ANSWER_WITHIN_HOURS };
}
