import { isAfter } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';
import type { Refusal } from '../refusals.ts';
import { planned } from './plan.ts';

/** Milliseconds between a press that sends a reminder and the mail. */
export const takeBackFor = 10_000;

/** The deal as if a reminder had not been skipped. */
export function unskipped(deal: Deal, key: string): Deal {
  if (!deal.skipped.includes(key)) return deal;
  const others = (keys: string[]) => keys.filter(each => each !== key);
  return { ...deal, passed: others(deal.passed), skipped: others(deal.skipped) };
}

/** Why a press on a reminder cannot be taken back: a mail that has gone out, a moment that would have come meanwhile. */
export function refusedTakeBack(deal: Deal, { key, now }: { key: string; now: string }): Refusal | undefined {
  if (deal.hurried.some(each => each.key === key)) return undefined;
  if (!deal.skipped.includes(key)) return { code: 'tooLateToTakeBack' };
  const again = planned(unskipped(deal, key)).find(each => each.key === key);
  return again && !isAfter(again.at, now) ? { code: 'tooLateToTakeBack' } : undefined;
}
