import type { Agreement } from '../engine/agreement.ts';
import { type Marketplace, settings } from '../engine/marketplace.ts';
import type { Task } from '../engine/task.ts';
import { publishAgreementCreated } from '../events/agreement.ts';

const DAY = 86_400_000;
const NOTICES = [180, 120, 90, 60, 30];

/** An agreement's events from its acceptance on. */
export function announceAgreement(market: Marketplace, agreement: Agreement): void {
  publishAgreementCreated(market, agreement);
  const [first = agreement.startTime] = [agreement.acceptanceTime, agreement.startTime].sort();
  scheduleEnd(market, agreement, new Date(first));
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

export const noticeTime = (endTime: string, days: number) => new Date(Date.parse(endTime) - days * DAY);

/**
 * Plans the next moment on the way to the end of the term: the first notice that is due later than `since`, or the
 * end itself. Each notice plans the next one, so that none is missed when the clock jumps over several.
 */
export function scheduleEnd(market: Marketplace, { id, endTime }: Agreement, since: Date): void {
  if (!endTime) return;
  const days = NOTICES.find(each => noticeTime(endTime, each) > since);
  const task: Task = days
    ? { kind: 'announceEnd', agreementId: id, endTime, days }
    : { kind: 'endAgreement', agreementId: id, endTime };
  market.schedule.add({ at: noticeTime(endTime, days ?? 0) }, task);
}
