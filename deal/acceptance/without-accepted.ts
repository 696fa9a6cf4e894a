import type { Deal } from '../deal.ts';

/** What was accepted is read again: AWS has taken the license, and may say only then that the agreement is over. */
export function withoutAccepted(deal: Deal): Deal {
  const { accepted: _doubted, ...rest } = deal;
  return rest;
}
