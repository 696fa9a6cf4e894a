import type { Deal } from '../deal.ts';

/** The deal once what the buyer asked for is settled. What he has written is not, before somebody has written back. */
export function withoutRequest(deal: Deal): Deal {
  if (deal.request?.kind === 'message') return deal;
  return answered(deal);
}

/** The deal once the buyer has heard from us. */
export function answered(deal: Deal): Deal {
  const { request: _answered, ...rest } = deal;
  return rest;
}
