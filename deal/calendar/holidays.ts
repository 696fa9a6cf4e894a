import { type Deal, signerOf } from '../deal.ts';
import type { Holidays } from '../policy.ts';

/** The deal with the holidays where the people around it work: those it knew, and those that came with a command. */
export function withHolidays(deal: Deal, told: Holidays): Deal {
  const known = { ...deal.policy.holidays, ...told };
  const kept = zonesAround(deal).flatMap(zone => (known[zone] ? [[zone, known[zone]] as const] : []));
  return { ...deal, policy: { ...deal.policy, holidays: Object.fromEntries(kept) } };
}

const zonesAround = (deal: Deal): string[] => [
  deal.policy.staff.timeZone,
  ...(deal.ownerTimeZone ? [deal.ownerTimeZone] : []),
  deal.inquiry.contact.timeZone,
  signerOf(deal).timeZone,
];
