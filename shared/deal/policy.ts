import type { Currency } from './money.ts';

/** What a vendor decides once and may change for a single deal. Durations are in business time. */
export interface Policy {
  /** An approver must say yes when the terms pass any of these. */
  approval: { discountPercent: number; amount: Record<Currency, string>; durationMonths: number };
  answerWithinHours: number;
  /** Days before an offer's last moment at which its signer is reminded. */
  remindDaysBefore: number[];
  /** Hours after acceptance at which a buyer who never came is chased. */
  chaseAfterHours: number[];
  /** Days an expired offer can still be revived by extending it, before the deal ends. */
  reviveWithinDays: number;
  // A deal keeps the policy it was opened with, so what was added later may be missing and then does not happen:
  // a deal that is under way must meet the same moments whenever its history is run again.
  /** Time an approver has before he, and the owner, are reminded. */
  approveWithinHours?: number;
  /** Days before the end of the term at which owner and signer are told. */
  remindTermDaysBefore?: number[];
  /** How often the owner hears of a deal that stays stuck. */
  remindStuckEveryHours?: number;
  /** Whole hours of the day between which buyers are reminded, in their own time zones. */
  workingHours?: { from: number; until: number };
  /**
   * Public holidays, `YYYY-MM-DD`, of the years after the deal was opened; later ones count as working days. Written
   * down and not worked out, because a newer calendar must not move the moments of a deal that is under way.
   */
  holidays?: { jp: string[]; us: string[] };
}

const limits = { USD: '100000.00', AUD: '150000.00', EUR: '100000.00', GBP: '80000.00', JPY: '15000000' };

export const defaultPolicy: Policy = {
  approval: { discountPercent: 20, amount: limits, durationMonths: 36 },
  answerWithinHours: 4,
  remindDaysBefore: [7, 3, 1],
  chaseAfterHours: [1, 24, 72, 168],
  reviveWithinDays: 14,
  approveWithinHours: 24,
  remindTermDaysBefore: [90, 60, 30],
  remindStuckEveryHours: 24,
  workingHours: { from: 9, until: 17 },
};
