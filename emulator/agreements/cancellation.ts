import type { Agreement, CancellationRequest } from '../engine/agreement.ts';
import { newId } from '../engine/ids.ts';
import { type Marketplace, timestamp } from '../engine/marketplace.ts';
import { publishCancellation } from '../events/agreement.ts';
import { conflict, endAgreementAs, refuseEnded } from './end.ts';

const DAY = 86_400_000;
const ANSWER_WITHIN = 7 * DAY;

type Asked = { reasonCode: string; description?: string; clientToken?: string };

/** The buyer has seven days; then the request counts as approved. */
export function openCancellation(
  market: Marketplace,
  agreement: Agreement,
  { reasonCode, description, clientToken = newId.request() }: Asked,
): CancellationRequest {
  const now = timestamp(market);
  const request: CancellationRequest = {
    id: newId.cancellationRequest(),
    agreementId: agreement.id,
    reasonCode,
    ...(description && { description }),
    status: 'PENDING_APPROVAL',
    clientToken,
    createdAt: now,
    updatedAt: now,
  };
  market.state.cancellationRequests[request.id] = request;
  publishCancellation(market, agreement, request);
  const at = new Date(market.clock.now().getTime() + ANSWER_WITHIN);
  market.schedule.add({ at }, { kind: 'approveCancellation', requestId: request.id });
  return request;
}

type Outcome = Pick<CancellationRequest, 'status' | 'statusMessage'>;

/** Ends a pending request; an approved one ends the agreement. @throws AwsError ConflictException */
export function settle(
  market: Marketplace,
  request: CancellationRequest,
  outcome: Outcome,
): CancellationRequest {
  const agreement = market.state.agreements[request.agreementId];
  if (request.status !== 'PENDING_APPROVAL' || !agreement) {
    throw conflict(`The cancellation request is already ${request.status}.`, request.agreementId);
  }
  if (outcome.status === 'APPROVED') refuseEnded(agreement);
  Object.assign(request, outcome, { updatedAt: timestamp(market) });
  publishCancellation(market, agreement, request);
  if (outcome.status === 'APPROVED') endAgreementAs(market, agreement, 'CANCELLED');
  return request;
}

/** The buyer can still answer: the request is pending, and its agreement has not ended otherwise. */
export const isOpen = ({ state }: Marketplace, { status, agreementId }: CancellationRequest) =>
  status === 'PENDING_APPROVAL' && state.agreements[agreementId]?.status === 'ACTIVE';

/** The task at the end of the seven days. */
export function approveCancellation(market: Marketplace, requestId: string): void {
  const request = market.state.cancellationRequests[requestId];
  if (request && isOpen(market, request)) settle(market, request, { status: 'APPROVED' });
}
