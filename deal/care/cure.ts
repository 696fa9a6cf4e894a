import type { Deal } from '../deal.ts';
import { changeSetFailed, nextChangeSet } from '../offer/change-set.ts';

/** What is stuck at a step; without one all that is stuck. */
export function stuckAt({ stuck }: Deal, step: string | undefined) {
  return stuck.filter(each => step === undefined || each.step === step);
}

/** Somebody has looked: what was stuck is tried again, and a change set that AWS refused under a new name. */
export function cured(deal: Deal, step: string | undefined): Deal {
  const tried = stuckAt(deal, step);
  const rest = { ...deal, stuck: deal.stuck.filter(each => !tried.includes(each)) };
  const isRefused = changeSetFailed(deal) && tried.some(({ reason }) => reason === 'changeSetFailed');
  return isRefused && deal.changeSet ? { ...rest, ...nextChangeSet(rest, deal.changeSet) } : rest;
}
