import Type, { type Static } from 'typebox';
import type { CancellationRequest } from '../../../agreements/agreement.ts';
import { endAgreementAs, refuseEnded } from '../../../agreements/end.ts';
import { newId } from '../../../engine/ids.ts';
import { type Marketplace, timestamp } from '../../../engine/marketplace.ts';
import { publishCancellation } from '../../../events/agreement.ts';
import { pageOf } from '../../../wire/paging.ts';
import { conflict, notFound, validationError } from '../errors.ts';
import { AgreementId, findAgreement } from './agreements.ts';

const RequestId = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_/-]+$' });
const Text = Type.String({ minLength: 1, maxLength: 2000 });

const Status = Type.Enum(['PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'CANCELLED', 'VALIDATION_FAILED']);

export const SendRequest = Type.Object({
  agreementId: AgreementId,
  reasonCode: Type.Enum([
    'INCORRECT_TERMS_ACCEPTED',
    'REPLACING_AGREEMENT',
    'TEST_AGREEMENT',
    'ALTERNATIVE_PROCUREMENT_CHANNEL',
    'PRODUCT_DISCONTINUED',
    'UNINTENDED_RENEWAL',
    'BUYER_DISSATISFACTION',
    'OTHER',
  ]),
  clientToken: Type.Optional(Type.String({ minLength: 1, maxLength: 64, pattern: '^[!-~]+$' })),
  description: Type.Optional(Text),
});

export const GetRequest = Type.Object({
  agreementId: AgreementId,
  agreementCancellationRequestId: RequestId,
});

export const CancelRequest = Type.Object({
  agreementId: AgreementId,
  agreementCancellationRequestId: RequestId,
  cancellationReason: Text,
});

export const ListRequest = Type.Object({
  partyType: Type.Enum(['Proposer', 'Acceptor']),
  agreementId: Type.Optional(AgreementId),
  status: Type.Optional(Status),
  agreementType: Type.Optional(Type.String()),
  catalog: Type.Optional(Type.String()),
  maxResults: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  nextToken: Type.Optional(Type.String()),
});

const answer = (request: CancellationRequest) => ({
  agreementCancellationRequestId: request.id,
  agreementId: request.agreementId,
  reasonCode: request.reasonCode,
  description: request.description,
  status: request.status,
  statusMessage: request.statusMessage,
  createdAt: new Date(request.createdAt),
  updatedAt: new Date(request.updatedAt),
});

function find(
  market: Marketplace,
  { agreementId, agreementCancellationRequestId: id }: Static<typeof GetRequest>,
) {
  const request = market.state.cancellationRequests[id];
  if (request?.agreementId !== agreementId) throw notFound('AgreementCancellationRequest', id);
  return request;
}

const DAY = 86_400_000;
const ANSWER_WITHIN = 7 * DAY;

/** The buyer has seven days; then the request counts as approved. */
export function send(market: Marketplace, input: Static<typeof SendRequest>) {
  const { agreementId, reasonCode, description, clientToken = newId.request() } = input;
  const all = Object.values(market.state.cancellationRequests);
  const repeated = all.find(each => each.clientToken === clientToken);
  if (repeated) return answer(repeated);
  const agreement = findAgreement(market, agreementId);
  if (agreement.status !== 'ACTIVE') {
    throw validationError('INACTIVE_AGREEMENT', `The agreement is ${agreement.status}.`, 'agreementId');
  }
  if (all.some(each => each.agreementId === agreementId && each.status === 'PENDING_APPROVAL')) {
    throw conflict('A cancellation request is already pending for the agreement.', agreementId);
  }
  const now = timestamp(market);
  const request: CancellationRequest = {
    id: newId.cancellationRequest(),
    agreementId,
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
  return answer(request);
}

type Outcome = Pick<CancellationRequest, 'status' | 'statusMessage'>;

/** Ends a pending request; an approved one ends the agreement. @throws AwsError ConflictException */
export function settle(
  market: Marketplace,
  request: CancellationRequest,
  outcome: Outcome,
): CancellationRequest {
  if (request.status !== 'PENDING_APPROVAL') {
    throw conflict(`The cancellation request is already ${request.status}.`, request.agreementId);
  }
  const agreement = findAgreement(market, request.agreementId);
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

export const get = (market: Marketplace, input: Static<typeof GetRequest>) => answer(find(market, input));

/** The seller takes a pending request back. */
export function cancel(market: Marketplace, input: Static<typeof CancelRequest>) {
  const outcome = { status: 'CANCELLED', statusMessage: input.cancellationReason } as const;
  return answer(settle(market, find(market, input), outcome));
}

/** The caller is the proposer: as acceptor he finds nothing. */
export function list(market: Marketplace, input: Static<typeof ListRequest>) {
  const { partyType, agreementId, status, maxResults = 50, nextToken } = input;
  const found = Object.values(market.state.cancellationRequests).filter(
    each =>
      partyType === 'Proposer' &&
      (!agreementId || each.agreementId === agreementId) &&
      (!status || each.status === status),
  );
  const invalid = () => validationError('INVALID_NEXT_TOKEN', 'nextToken is not valid.', 'nextToken');
  const { items, next } = pageOf(found, { token: nextToken, size: maxResults, invalid });
  const item = (each: CancellationRequest) => {
    const { description: _description, statusMessage: _message, ...summary } = answer(each);
    return { ...summary, agreementType: 'PurchaseAgreement', catalog: 'AWSMarketplace' };
  };
  return { items: items.map(item), nextToken: next };
}
