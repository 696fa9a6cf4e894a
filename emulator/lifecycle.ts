import { endAgreementAs } from './acceptance.ts';
import {
  publishAgreementCreated,
  publishAgreementEnded,
  publishAgreementEnding,
  publishLicense,
} from './events/agreement.ts';
import { type Marketplace, settings, timestamp } from './marketplace.ts';
import type { Agreement } from './state.ts';

const DAY = 86_400_000;
const DAYS_BEFORE_END = [180, 120, 90, 60, 30];

/** An agreement's events from its acceptance on. */
export function announceAgreement(market: Marketplace, agreement: Agreement): void {
  publishAgreementCreated(market, agreement);
  scheduleEnd(market, agreement);
  const agreementId = agreement.id;
  if (settings(market).failNextPayments > 0) {
    settings(market).failNextPayments -= 1;
    market.schedule.add({ after: settings(market).licenseDelay }, { kind: 'failPayment', agreementId });
    return;
  }
  const start = new Date(agreement.startTime);
  if (start > market.clock.now()) {
    agreement.license = 'SCHEDULED';
    market.schedule.add({ at: start }, { kind: 'startAgreement', agreementId });
  } else startAgreement(market, agreement);
}

export function startAgreement(market: Marketplace, agreement: Agreement): void {
  const task = { kind: 'provisionLicense', agreementId: agreement.id } as const;
  market.schedule.add({ after: settings(market).licenseDelay }, task);
}

/** The end of the term and the notices before it, in business time. */
export function scheduleEnd(market: Marketplace, { id: agreementId, endTime }: Agreement): void {
  if (!endTime) return;
  const end = new Date(endTime);
  market.schedule.add({ at: end }, { kind: 'endAgreement', agreementId });
  for (const days of DAYS_BEFORE_END) {
    const at = new Date(end.getTime() - days * DAY);
    if (at > market.clock.now()) market.schedule.add({ at }, { kind: 'announceEnd', agreementId, days });
  }
}

export function provisionLicense(market: Marketplace, agreement: Agreement): void {
  if (agreement.status !== 'ACTIVE') return;
  agreement.license = 'PROVISIONED';
  agreement.entitledFrom = Date.now() + settings(market).entitlementLag;
  publishLicense(market, agreement, 'Updated');
}

export function deprovisionLicense(market: Marketplace, agreement: Agreement): void {
  const { license } = agreement;
  agreement.license = 'DEPROVISIONED';
  if (license === 'PROVISIONED') publishLicense(market, agreement, 'Deprovisioned');
}

/** AWS has no event of its own for a payment that fails: the agreement just ends. */
export function failPayment(market: Marketplace, agreement: Agreement): void {
  Object.assign(agreement, { status: 'ROLLED_BACK', license: 'FAILED', lastUpdateTime: timestamp(market) });
  publishAgreementEnded(market, agreement);
}

/** An amendment may have moved the end since this was planned. */
const hasEnded = (market: Marketplace, { status, endTime }: Agreement) =>
  status === 'ACTIVE' && endTime !== null && Date.parse(endTime) <= market.clock.now().getTime();

export function endAgreement(market: Marketplace, agreement: Agreement): void {
  if (hasEnded(market, agreement)) endAgreementAs(market, agreement, 'EXPIRED');
}

export function announceEnd(market: Marketplace, agreement: Agreement, days: number): void {
  const at = Date.parse(agreement.endTime ?? '') - days * DAY;
  if (agreement.status !== 'ACTIVE' || Math.abs(at - market.clock.now().getTime()) > DAY) return;
  publishAgreementEnding(market, agreement, days);
}
