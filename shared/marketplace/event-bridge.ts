import { type Static, Type } from 'typebox';
import type { AgreementStatus } from '../../deal/acceptance/agreement-status.ts';
import { licenseKey } from '../../deal/acceptance/license-key.ts';
import type { AgreementNotice } from '../../deal/commands.ts';
import type { NoticeKind } from '../../deal/term/notices.ts';
import { fault } from '../faults/faults.ts';
import type { MarketplaceNotice } from '../models/marketplace-event.ts';
import { Problem } from '../problems.ts';
import { checked, jsonIn } from './checked.ts';
import type { Received } from './inbox.ts';
import { storable } from './storable.ts';

/** What an event need not have is left out when it is of another form: the rest still tells whom it concerns. */
interface AgreementDetail {
  agreement: {
    id: string;
    intent?: unknown;
    status?: unknown;
    acceptanceTime?: unknown;
    startTime?: unknown;
    endTime?: unknown;
    previousAgreementId?: unknown;
  };
  acceptor?: { accountId?: unknown };
  offer?: { id?: unknown };
}
interface LicenseDetail {
  agreement: { id: string };
  product: { code: string };
  license: { arn: string };
  acceptor?: { accountId?: unknown };
  offer?: { id?: unknown };
}
interface ChangeSetDetail {
  ChangeSetId: string;
  FailureCode?: unknown;
}

const filled = Type.String({ minLength: 1 });
const withId = Type.Object({ id: filled });

/** What every envelope must have; AWS may add to it. */
export const envelopeSchema = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 200 }),
    'detail-type': filled,
    source: Type.String(),
    time: Type.String({ format: 'date-time' }),
    detail: Type.Record(Type.String(), Type.Unknown()),
  },
  { additionalProperties: true },
);

/** An EventBridge envelope, as the API destination posts it and a queue keeps it. */
export type Envelope = Static<typeof envelopeSchema>;

/** What a detail must have for us to know whom it concerns. */
const agreementSchema = Type.Object({ agreement: withId });
const licenseSchema = Type.Object({
  agreement: withId,
  product: Type.Object({ code: filled }),
  license: Type.Object({ arn: filled }),
});
const changeSetSchema = Type.Object({ ChangeSetId: filled });

/** The envelope in the body of a message. Throws the Problem badRequest for what is not JSON, invalid for another form. */
export function parseEnvelope(text: string): Envelope {
  return checked<Envelope>(envelopeSchema, jsonIn(text));
}

/**
 * What an envelope says, in our words. Events that say nothing to a deal come back without news.
 * Throws the Problem invalid when an event that should concern a deal does not say which.
 */
export function readEnvelope(envelope: Envelope): Received {
  const notice = noticeIn(envelope);
  return {
    _id: envelope.id,
    detailType: envelope['detail-type'],
    keys: notice ? keysOf(notice) : [],
    occurredAt: occurredAt(envelope),
    raw: storable(envelope),
    ...(notice && { notice, ...productIn(envelope.detail) }),
  };
}

/** What was bought, where the event names it: by id, or as a license does by its code too. */
function productIn({ product }: Envelope['detail']): { product?: string } {
  const { id, code } = isRecord(product) ? product : {};
  const named = textIn(id) ?? textIn(code);
  return named === undefined ? {} : { product: named };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The form of a moment knows a sixtieth second, and offsets that no clock has; a date does not. */
function occurredAt({ time }: Envelope): Date {
  const moment = new Date(time.replace(/:60(?=[.Zz+-])/, ':59'));
  if (!Number.isNaN(moment.getTime())) return moment;
  throw new Problem('invalid', { fields: [{ pointer: '/time', detail: fault('noMoment') }] });
}

/** AWS ends the type with the role in which we are told. What we buy ourselves, as *Acceptor*, is no sale. */
const isSellers = (type: string) => / - (Proposer|Manufacturer)$/.test(type);

function noticeIn({ 'detail-type': type, detail }: Envelope): MarketplaceNotice | undefined {
  if (type.startsWith('Change Set '))
    return changeSetNotice(checked<ChangeSetDetail>(changeSetSchema, detail, '/detail'), type);
  if (!isSellers(type)) return undefined;
  if (/^Purchase Agreement (Created|Amended|Ended) - /.test(type))
    return agreementNotice(checked<AgreementDetail>(agreementSchema, detail, '/detail'), type);
  const about = noticeKindOf(type);
  if (about) return awsNotice(checked<NoticeDetail>(agreementSchema, detail, '/detail'), about);
  if (type.startsWith('License Updated'))
    return licenseNotice(checked<LicenseDetail>(licenseSchema, detail, '/detail'), 'updated');
  if (type.startsWith('License Deprovisioned'))
    return licenseNotice(checked<LicenseDetail>(licenseSchema, detail, '/detail'), 'deprovisioned');
  return undefined;
}

/** AWS writes the end of an open agreement as the year 9999. */
const openEnd = '9999';

function agreementNotice({ agreement, acceptor, offer }: AgreementDetail, type: string): MarketplaceNotice {
  const usual = type.includes('Ended') ? 'CANCELLED' : 'ACTIVE';
  const intent = intents.find(each => each === agreement.intent);
  const previousAgreementId = textIn(agreement.previousAgreementId);
  return {
    type: 'agreementEvent',
    agreementId: agreement.id,
    awsAccountId: textIn(acceptor?.accountId) ?? '',
    status: (textIn(agreement.status) ?? usual) as AgreementStatus,
    learntFrom: 'event',
    ...offerIn(offer),
    ...(intent && { intent }),
    ...(previousAgreementId && { previousAgreementId }),
    ...inIso({
      acceptedAt: agreement.acceptanceTime,
      startsAt: agreement.startTime,
      endsAt: agreement.endTime,
    }),
  };
}

type Moments = Pick<AgreementNotice, 'acceptedAt' | 'startsAt' | 'endsAt'>;

/** Written as the Agreement API's are, so that the same moment is never taken for another; what is none is left out. */
function inIso(moments: { [K in keyof Moments]: unknown }): Moments {
  const known = Object.entries(moments).flatMap(([name, moment]) => {
    const time = typeof moment === 'string' && !moment.startsWith(openEnd) ? Date.parse(moment) : Number.NaN;
    return Number.isNaN(time) ? [] : [[name, new Date(time).toISOString()]];
  });
  return Object.fromEntries(known);
}

function licenseNotice(
  { agreement, product, license, acceptor, offer }: LicenseDetail,
  status: 'updated' | 'deprovisioned',
): MarketplaceNotice {
  const awsAccountId = textIn(acceptor?.accountId);
  return {
    type: 'licenseEvent',
    licenseArn: license.arn,
    agreementId: agreement.id,
    productCode: product.code,
    status,
    ...(awsAccountId && { awsAccountId }),
    ...offerIn(offer),
  };
}

function changeSetNotice({ ChangeSetId, FailureCode }: ChangeSetDetail, type: string): MarketplaceNotice {
  const detail = textIn(FailureCode);
  return { type: 'offerEvent', changeSetId: ChangeSetId, status: type, ...(detail && { detail }) };
}

interface NoticeDetail {
  agreement: { id: string };
  agreementCancellationRequest?: unknown;
  billingAdjustmentRequest?: unknown;
}

/** By the beginning of its type. */
const kinds: Record<string, NoticeKind> = {
  'Purchase Agreement Advisory Issued': 'advisoryIssued',
  'Purchase Agreement Advisory Resolved': 'advisoryResolved',
  'Agreement Cancellation Request Pending Approval': 'cancellationAsked',
  'Agreement Cancellation Request Approved': 'cancellationApproved',
  'Agreement Cancellation Request Rejected': 'cancellationRejected',
  'Agreement Cancellation Request Cancelled': 'cancellationWithdrawn',
  'Agreement Cancellation Request Validation Failed': 'cancellationInvalid',
  'Purchase Agreement Billing Adjustment Completed': 'adjustmentDone',
  'Purchase Agreement Billing Adjustment Failed': 'adjustmentFailed',
};
const noticeKindOf = (type: string) => kinds[type.split(' - ')[0] ?? ''];

const mostSaid = 1000;

function awsNotice(detail: NoticeDetail, about: NoticeKind): MarketplaceNotice {
  const { agreement, agreementCancellationRequest: asked, billingAdjustmentRequest: adjusted } = detail;
  const { reasonCode, reasonMessage, statusMessage } = isRecord(asked) ? asked : {};
  const { adjustmentAmount, currencyCode, adjustmentReasonCode } = isRecord(adjusted) ? adjusted : {};
  const amount = [textIn(adjustmentAmount), textIn(currencyCode)].filter(Boolean).join(' ');
  const said = [amount, adjustmentReasonCode, reasonCode, reasonMessage, statusMessage].map(textIn);
  const words = present(said).join(' · ').slice(0, mostSaid);
  return { type: 'awsNotice', agreementId: agreement.id, about, ...(words && { detail: words }) };
}

const intents = ['NEW', 'REPLACE', 'RENEW', 'AMEND'] as const;

const textIn = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** The documented example has the bare id; real events write `offer-…`. */
function offerIn(offer: { id?: unknown } | undefined): { offerId?: string } {
  const id = textIn(offer?.id);
  if (!id) return {};
  return { offerId: id.startsWith('offer-') ? id : `offer-${id}` };
}

/** The surest key first: the inbox asks for deals in this order. */
function keysOf(notice: MarketplaceNotice): string[] {
  if (notice.type === 'licenseEvent')
    return present([notice.licenseArn, licenseKey(notice.licenseArn), notice.agreementId, notice.offerId]);
  if (notice.type === 'agreementEvent')
    return present([notice.agreementId, notice.previousAgreementId, notice.offerId]);
  if (notice.type === 'awsNotice') return [notice.agreementId];
  return present([notice.changeSetId, notice.offerId]);
}

const present = (keys: (string | undefined)[]) => keys.filter((key): key is string => Boolean(key));
