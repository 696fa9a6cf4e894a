import { Type } from 'typebox';
import type { AgreementStatus } from '../deal/deal.ts';
import type { News } from '../models/marketplace-event.ts';
import { checked, jsonIn } from './checked.ts';
import type { Received } from './inbox.ts';
import { licenseKey } from './license-key.ts';

/** An EventBridge envelope, as the API destination posts it and a queue keeps it. */
export interface Envelope {
  id: string;
  'detail-type': string;
  source: string;
  time: string;
  detail: Record<string, unknown>;
}

interface AgreementDetail {
  agreement: {
    id: string;
    intent?: 'NEW' | 'REPLACE' | 'RENEW' | 'AMEND';
    status?: AgreementStatus;
    acceptanceTime?: string;
    startTime?: string;
    endTime?: string;
    previousAgreementId?: string;
  };
  acceptor?: { accountId?: string };
  offer?: { id?: string };
}
interface LicenseDetail {
  agreement: { id: string };
  product: { code: string };
  license: { arn: string };
  offer?: { id?: string };
}
interface ChangeSetDetail {
  ChangeSetId: string;
  FailureCode?: string;
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
    detail: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: true },
);

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
  const news = newsIn(envelope);
  return {
    _id: envelope.id,
    detailType: envelope['detail-type'],
    keys: news ? keysOf(news) : [],
    occurredAt: new Date(envelope.time),
    raw: envelope,
    ...(news && { news }),
  };
}

function newsIn({ 'detail-type': type, detail }: Envelope): News | undefined {
  if (/^Purchase Agreement (Created|Amended|Ended) - /.test(type))
    return agreementNews(checked<AgreementDetail>(agreementSchema, detail, '/detail'), type);
  if (type.startsWith('License Updated'))
    return licenseNews(checked<LicenseDetail>(licenseSchema, detail, '/detail'), 'updated');
  if (type.startsWith('License Deprovisioned'))
    return licenseNews(checked<LicenseDetail>(licenseSchema, detail, '/detail'), 'deprovisioned');
  if (type.startsWith('Change Set '))
    return changeSetNews(checked<ChangeSetDetail>(changeSetSchema, detail, '/detail'), type);
  return undefined;
}

/** AWS writes the end of an open agreement as the year 9999. */
const openEnd = '9999';

function agreementNews({ agreement, acceptor, offer }: AgreementDetail, type: string): News {
  const ended = type.includes('Ended');
  return {
    type: 'agreementEvent',
    agreementId: agreement.id,
    awsAccountId: acceptor?.accountId ?? '',
    status: agreement.status ?? (ended ? 'CANCELLED' : 'ACTIVE'),
    learntFrom: 'event',
    ...(offer?.id && { offerId: offerIdFrom(offer.id) }),
    ...(agreement.intent && { intent: agreement.intent }),
    ...(agreement.previousAgreementId && { previousAgreementId: agreement.previousAgreementId }),
    ...(agreement.acceptanceTime && { acceptedAt: agreement.acceptanceTime }),
    ...(agreement.startTime && { startsAt: agreement.startTime }),
    ...(agreement.endTime && !agreement.endTime.startsWith(openEnd) && { endsAt: agreement.endTime }),
  };
}

function licenseNews(
  { agreement, product, license, offer }: LicenseDetail,
  status: 'updated' | 'deprovisioned',
): News {
  return {
    type: 'licenseEvent',
    licenseArn: license.arn,
    agreementId: agreement.id,
    productCode: product.code,
    status,
    ...(offer?.id && { offerId: offerIdFrom(offer.id) }),
  };
}

function changeSetNews({ ChangeSetId, FailureCode }: ChangeSetDetail, type: string): News {
  return {
    type: 'offerEvent',
    changeSetId: ChangeSetId,
    status: type,
    ...(FailureCode && { detail: FailureCode }),
  };
}

/** The documented example has the bare id; real events write `offer-…`. */
const offerIdFrom = (id: string) => (id.startsWith('offer-') ? id : `offer-${id}`);

/** The surest key first: the inbox asks for deals in this order. */
function keysOf(news: News): string[] {
  if (news.type === 'licenseEvent')
    return present([news.licenseArn, licenseKey(news.licenseArn), news.agreementId, news.offerId]);
  if (news.type === 'agreementEvent')
    return present([news.agreementId, news.offerId, news.previousAgreementId]);
  return present([news.changeSetId, news.offerId]);
}

const present = (keys: (string | undefined)[]) => keys.filter((key): key is string => Boolean(key));
