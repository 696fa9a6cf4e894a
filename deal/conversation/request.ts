import type { BuyerRequest, Deal } from '../deal.ts';

/** The deal once the buyer asks for something; what he has written before still waits. */
export function asked(deal: Deal, request: BuyerRequest): Deal {
  const written = deal.request?.kind === 'message' ? deal.request : deal.request?.written;
  return { ...deal, request: withWritten(request, written) };
}

/** The deal once the buyer has written. He waits since the first thing that has had no answer. */
export function wrote(deal: Deal, message: { message: string; at: string }): Deal {
  const { request } = deal;
  if (!request) return { ...deal, request: { kind: 'message', ...message } };
  const isWritten = request.kind === 'message' || request.written;
  return isWritten ? deal : { ...deal, request: withWritten(request, message) };
}

/** The deal once what the buyer asked for is settled. What he has written is not, before somebody has written back. */
export function withoutRequest(deal: Deal): Deal {
  const { request } = deal;
  if (request?.kind === 'message') return deal;
  return request?.written ? { ...deal, request: { kind: 'message', ...request.written } } : answered(deal);
}

/** The deal once the buyer has heard from us. */
export function answered(deal: Deal): Deal {
  const { request: _answered, ...rest } = deal;
  return rest;
}

const withWritten = (request: BuyerRequest, written?: { message: string; at: string }): BuyerRequest =>
  written ? { ...request, written: { message: written.message, at: written.at } } : request;
