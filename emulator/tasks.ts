import { approveCancellation } from './agreements/cancellation.ts';
import * as lifecycle from './agreements/lifecycle.ts';
import type { Agreement } from './engine/agreement.ts';
import type { Marketplace } from './engine/marketplace.ts';
import type { Task } from './engine/task.ts';
import { deliver } from './events/delivery.ts';
import { enqueue } from './events/queue.ts';
import { notify } from './events/sns.ts';
import { finishChangeSet, prepareChangeSet } from './offers/process.ts';

type Handlers = {
  [K in Task['kind']]: (market: Marketplace, task: Extract<Task, { kind: K }>) => void | Promise<void>;
};

type OfAgreement = (market: Marketplace, agreement: Agreement) => void;

/** A reset may have taken the agreement away since the task was planned. */
const ofAgreement =
  (run: OfAgreement) =>
  (market: Marketplace, { agreementId }: { agreementId: string }) => {
    const agreement = market.state.agreements[agreementId];
    if (agreement) run(market, agreement);
  };

const handlers: Handlers = {
  prepareChangeSet: (market, { changeSetId }) => prepareChangeSet(market, changeSetId),
  finishChangeSet: (market, { changeSetId }) => finishChangeSet(market, changeSetId),
  enqueue: (market, { eventId }) => enqueue(market, eventId),
  deliver: (market, { eventId, attempt }) => deliver(market, eventId, attempt),
  notify: (market, task) => notify(market, task),
  announceAgreement: ofAgreement(lifecycle.announceAgreement),
  provisionLicense: ofAgreement(lifecycle.provisionLicense),
  deprovisionLicense: ofAgreement(lifecycle.deprovisionLicense),
  failPayment: ofAgreement(lifecycle.failPayment),
  announceEnd: (market, task) =>
    ofAgreement((_market, agreement) => lifecycle.announceEnd(market, agreement, task))(market, task),
  endAgreement: (market, task) =>
    ofAgreement((_market, agreement) => lifecycle.endAgreement(market, agreement, task.endTime))(
      market,
      task,
    ),
  approveCancellation: (market, { requestId }) => approveCancellation(market, requestId),
};

/** Does one planned task. */
export function runTask(market: Marketplace, task: Task): void | Promise<void> {
  const handler = handlers[task.kind] as (market: Marketplace, task: Task) => void | Promise<void>;
  return handler(market, task);
}
