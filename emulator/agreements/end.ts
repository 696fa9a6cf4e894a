import type { Agreement } from '../engine/agreement.ts';
import { newId } from '../engine/ids.ts';
import { type Marketplace, settings, timestamp } from '../engine/marketplace.ts';
import { publishAgreementEnded } from '../events/agreement.ts';
import { notifySubscription } from '../events/sns.ts';
import { AwsError } from '../wire/errors.ts';

export const conflict = (message: string, resourceId: string) =>
  new AwsError({
    code: 'ConflictException',
    message,
    members: { requestId: newId.request(), resourceId, resourceType: 'Agreement' },
  });

/** AWS changes, renews, replaces and ends active agreements only. @throws AwsError ConflictException */
export function refuseEnded({ id, status }: Agreement): void {
  if (status !== 'ACTIVE') throw conflict(`The agreement is already ${status}.`, id);
}

/** Ends an agreement; its license goes after the license delay. */
export function endAgreementAs(market: Marketplace, agreement: Agreement, status: Agreement['status']): void {
  Object.assign(agreement, { status, lastUpdateTime: timestamp(market) });
  publishAgreementEnded(market, agreement);
  notifySubscription(market, agreement, 'unsubscribe-pending');
  market.schedule.add(
    { after: settings(market).licenseDelay },
    { kind: 'deprovisionLicense', agreementId: agreement.id },
  );
}
