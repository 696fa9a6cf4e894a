import type { Agreement } from '../engine/agreement.ts';
import type { Marketplace } from '../engine/marketplace.ts';
import { publishAgreementEnding } from '../events/agreement.ts';
import { noticeTime, scheduleEnd } from './announce.ts';
import { endAgreementAs } from './end.ts';
import { renewAgreement, willRenew } from './renewal.ts';

/** An amendment may have moved the end since the task was planned; then another task stands for it. */
const isCurrent = ({ status, endTime }: Agreement, planned: string) =>
  status === 'ACTIVE' && endTime === planned;

/** The end of the term: the agreement expires, or renews itself. */
export function endAgreement(market: Marketplace, agreement: Agreement, planned: string): void {
  if (!isCurrent(agreement, planned)) return;
  if (willRenew(agreement)) renewAgreement(market, agreement);
  else endAgreementAs(market, agreement, 'EXPIRED');
}

/** A notice before the end, and the plan for the next one. */
export function announceEnd(
  market: Marketplace,
  agreement: Agreement,
  { days, endTime }: { days: number; endTime: string },
): void {
  if (!isCurrent(agreement, endTime)) return;
  publishAgreementEnding(market, agreement, days);
  scheduleEnd(market, agreement, noticeTime(endTime, days));
}
