import type { BuyerRequest, Deal } from '../deal.ts';

type Written = NonNullable<BuyerRequest['written']>;

/** The deal once the buyer asks for something; what he has written before still waits. */
export function asked(deal: Deal, request: BuyerRequest): Deal {
  const written = writtenIn(deal);
  return { ...deal, request: { ...request, ...(written && { written }) } };
}

/** The deal once the buyer has written. He waits since the first thing that has had no answer. */
export function wrote(deal: Deal, written: Written): Deal {
  const { request } = deal;
  if (writtenIn(deal)) return deal;
  return { ...deal, request: request ? { ...request, written } : { kind: 'message', ...written } };
}

/** The deal once what the buyer asked for is settled. What he has written is not, before somebody has written back. */
export function withoutRequest(deal: Deal): Deal {
  const written = writtenIn(deal);
  return written ? { ...deal, request: { kind: 'message', ...written } } : answered(deal);
}

/** The deal once the buyer has heard from us. */
export function answered(deal: Deal): Deal {
  const { request: _answered, ...rest } = deal;
  return rest;
}

/** The first of what the buyer has written and nobody has answered. */
function writtenIn({ request }: Deal): Written | undefined {
  if (request?.kind !== 'message') return request?.written;
  const { message, at } = request;
  return { message, at };
}
