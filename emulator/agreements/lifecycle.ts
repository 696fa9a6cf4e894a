import type { Agreement } from '../engine/agreement.ts';
import { type Marketplace, settings, timestamp } from '../engine/marketplace.ts';
import type { Task } from '../engine/task.ts';
import * as events from '../events/agreement.ts';
import { notifySubscription } from '../events/sns.ts';
import { renewAgreement } from './changes.ts';
import { endAgreementAs } from './end.ts';

const DAY = 86_400_000;
const DAYS_BEFORE_END = [180, 120, 90, 60, 30];

/** An agreement's events from its acceptance on. */
export function announceAgreement(market: Marketplace, agreement: Agreement): void {
  events.publishAgreementCreated(market, agreement);
  scheduleEnd(market, agreement);
  if (settings(market).failNextPayments > 0) {
    settings(market).failNextPayments -= 1;
    market.schedule.add(
      { after: settings(market).licenseDelay },
      { kind: 'failPayment', agreementId: agreement.id },
    );
  } else startAgreement(market, agreement);
}

/** Plans the license: after its delay, or on the day on which a future-dated agreement starts. */
export function startAgreement(market: Marketplace, agreement: Agreement): void {
  const start = new Date(agreement.startTime);
  const future = start > market.clock.now();
  if (future) agreement.license = 'SCHEDULED';
  const when = future ? { at: start } : { after: settings(market).licenseDelay };
  market.schedule.add(when, { kind: 'provisionLicense', agreementId: agreement.id });
}

/** Plans the next moment on the way to the end of the term: a notice before it, or the end itself. */
export function scheduleEnd(market: Marketplace, { id: agreementId, endTime }: Agreement): void {
  if (!endTime) return;
  const end = Date.parse(endTime);
  const at = (days: number) => new Date(end - days * DAY);
  const days = DAYS_BEFORE_END.find(each => at(each) > market.clock.now());
  const task: Task = days
    ? { kind: 'announceEnd', agreementId, endTime, days }
    : { kind: 'endAgreement', agreementId, endTime };
  market.schedule.add({ at: at(days ?? 0) }, task);
}

/** The license is there, or has changed. */
export function provisionLicense(market: Marketplace, agreement: Agreement): void {
  if (agreement.status !== 'ACTIVE') return;
  const first = agreement.license !== 'PROVISIONED';
  agreement.license = 'PROVISIONED';
  if (first) agreement.entitledFrom = Date.now() + settings(market).entitlementLag;
  events.publishLicense(market, agreement, 'Updated');
  notifySubscription(market, agreement, first ? 'subscribe-success' : undefined);
}

/** The license is gone; one that never was is not told of. */
export function deprovisionLicense(market: Marketplace, agreement: Agreement): void {
  const { license } = agreement;
  agreement.license = 'DEPROVISIONED';
  if (license !== 'PROVISIONED') return;
  events.publishLicense(market, agreement, 'Deprovisioned');
  notifySubscription(market, agreement, 'unsubscribe-success');
}

/** EventBridge has no event of its own for a payment that fails: the agreement just ends, unless it has ended before. */
export function failPayment(market: Marketplace, agreement: Agreement): void {
  if (agreement.status !== 'ACTIVE') return;
  Object.assign(agreement, { status: 'ROLLED_BACK', license: 'FAILED', lastUpdateTime: timestamp(market) });
  events.publishAgreementEnded(market, agreement);
  notifySubscription(market, agreement, 'subscribe-fail');
}

/** An amendment may have moved the end since the task was planned; then another task stands for it. */
const isCurrent = ({ status, endTime }: Agreement, planned: string) =>
  status === 'ACTIVE' && endTime === planned;

/** The end of the term: the agreement expires, or renews itself. */
export function endAgreement(market: Marketplace, agreement: Agreement, planned: string): void {
  if (!isCurrent(agreement, planned)) return;
  if (agreement.autoRenew) renewAgreement(market, agreement);
  else endAgreementAs(market, agreement, 'EXPIRED');
}

/** A notice before the end, and the plan for the next one. */
export function announceEnd(
  market: Marketplace,
  agreement: Agreement,
  { days, endTime }: { days: number; endTime: string },
): void {
  if (!isCurrent(agreement, endTime)) return;
  events.publishAgreementEnding(market, agreement, days);
  scheduleEnd(market, agreement);
}
