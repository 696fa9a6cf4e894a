import { openCancellation, settle } from '../../../agreements/cancellation.ts';
import { conflict } from '../../../agreements/end.ts';
import type { CancellationRequest } from '../../../engine/agreement.ts';
import type { Marketplace } from '../../../engine/marketplace.ts';
import { pageOf } from '../../../wire/paging.ts';
import { invalidToken, notFound, validationError } from '../errors.ts';
import type {
  CancelCancellationRequest,
  GetCancellationRequest,
  ListCancellationRequests,
  SendCancellationRequest,
} from '../shapes.ts';
import { cancellationSummary, cancellationView } from '../views.ts';
import { findAgreement } from './describe-agreement.ts';

function find(market: Marketplace, request: GetCancellationRequest): CancellationRequest {
  const { agreementId, agreementCancellationRequestId: id } = request;
  const found = market.state.cancellationRequests[id];
  if (found?.agreementId !== agreementId) throw notFound('AgreementCancellationRequest', id);
  return found;
}

/** The seller asks. The same client token gives the same request. */
export function sendRequest(market: Marketplace, request: SendCancellationRequest) {
  const { agreementId, clientToken } = request;
  const all = Object.values(market.state.cancellationRequests);
  const repeated = clientToken && all.find(each => each.clientToken === clientToken);
  if (repeated) return cancellationView(repeated);
  const agreement = findAgreement(market, agreementId);
  if (agreement.status !== 'ACTIVE') {
    throw validationError('INACTIVE_AGREEMENT', `The agreement is ${agreement.status}.`, 'agreementId');
  }
  if (all.some(each => each.agreementId === agreementId && each.status === 'PENDING_APPROVAL')) {
    throw conflict('A cancellation request is already pending for the agreement.', agreementId);
  }
  return cancellationView(openCancellation(market, agreement, request));
}

export const getRequest = (market: Marketplace, request: GetCancellationRequest) =>
  cancellationView(find(market, request));

/** The seller takes a pending request back. */
export function cancelRequest(market: Marketplace, request: CancelCancellationRequest) {
  const outcome = { status: 'CANCELLED', statusMessage: request.cancellationReason } as const;
  return cancellationView(settle(market, find(market, request), outcome));
}

/** The caller is the proposer: as acceptor he finds nothing. */
export function listRequests(market: Marketplace, request: ListCancellationRequests) {
  const { partyType, agreementId, status, maxResults = 50, nextToken } = request;
  const found = Object.values(market.state.cancellationRequests).filter(
    each =>
      partyType === 'Proposer' &&
      (!agreementId || each.agreementId === agreementId) &&
      (!status || each.status === status),
  );
  const { items, next } = pageOf(found, { token: nextToken, size: maxResults, invalid: invalidToken });
  return { items: items.map(cancellationSummary), nextToken: next };
}
