import { hour } from '../calendar/moments.ts';
import type { Deal } from '../deal.ts';

/** True within some hours after the buyer has done something here. What he did before `since` does not count. */
export function isQuiet(at: string, { policy, buyerActedAt }: Deal, since?: string): boolean {
  if (!buyerActedAt || (since && Date.parse(buyerActedAt) <= Date.parse(since))) return false;
  const passed = Date.parse(at) - Date.parse(buyerActedAt);
  return passed > 0 && passed < policy.quietHours * hour;
}
