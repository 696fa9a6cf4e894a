import { announceAgreement } from './agreements/announce.ts';
import { approveCancellation } from './agreements/cancellation.ts';
import { deprovisionLicense, failPayment, provisionLicense } from './agreements/license.ts';
import { announceEnd, endAgreement } from './agreements/term-end.ts';
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
  announceAgreement: ofAgreement(announceAgreement),
  provisionLicense: ofAgreement(provisionLicense),
  deprovisionLicense: ofAgreement(deprovisionLicense),
  failPayment: ofAgreement(failPayment),
  announceEnd: (market, task) =>
    ofAgreement((_market, agreement) => announceEnd(market, agreement, task))(market, task),
  endAgreement: (market, task) =>
    ofAgreement((_market, agreement) => endAgreement(market, agreement, task.endTime))(market, task),
  approveCancellation: (market, { requestId }) => approveCancellation(market, requestId),
};

/** Does one planned task. */
export function runTask(market: Marketplace, task: Task): void | Promise<void> {
  const handler = handlers[task.kind] as (market: Marketplace, task: Task) => void | Promise<void>;
  return handler(market, task);
}

/**
 * Notices about one agreement, offer or change set reach a receiver in the order in which they were sent, however
 * busy the machine is; those about others need not wait for them.
 */
export function laneOf({ state }: Marketplace, task: Task): string | undefined {
  if (task.kind === 'notify') return `notify ${task.endpoint}`;
  if (task.kind !== 'deliver') return undefined;
  const event = state.events.findLast(each => each.envelope.id === task.eventId);
  const { agreement } = (event?.envelope.detail ?? {}) as { agreement?: { id: string } };
  return `deliver ${agreement?.id ?? event?.envelope.resources[0]}`;
}
