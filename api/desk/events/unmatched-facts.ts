import type { Product } from '../../../deal/terms/products.ts';
import type { events as words } from '../../../shared/i18n/en/events.ts';
import type { MarketplaceEvent, MarketplaceNotice } from '../../../shared/models/marketplace-event.ts';
import type { RegistrationRecord } from '../../../shared/models/registration.ts';

export type Kind = keyof typeof words.kinds;

/** What is known of something that no deal has taken, however AWS told it. */
export interface Facts {
  kind: Kind;
  /** AWS's own word for how an agreement stands. */
  status?: string;
  /** ISO, business time. */
  at: string;
  awsAccountId?: string;
  agreementId?: string;
  previousAgreementId?: string;
  offerId?: string;
  licenseArn?: string;
  registrationId?: string;
  product?: string;
}

export function factsOfEvent(event: MarketplaceEvent, products: Product[]): Facts {
  const { notice, raw, occurredAt } = event;
  const agreement = notice?.type === 'agreementEvent' ? notice : undefined;
  const license = notice?.type === 'licenseEvent' ? notice : undefined;
  return {
    kind: notice ? kindOf(notice) : 'other',
    at: occurredAt.toISOString(),
    status: agreement?.status,
    awsAccountId: agreement?.awsAccountId || accountIn(raw),
    agreementId: agreement?.agreementId ?? license?.agreementId,
    previousAgreementId: agreement?.previousAgreementId,
    offerId: notice?.offerId,
    licenseArn: license?.licenseArn,
    product: productOf({ code: license?.productCode, id: productIdIn(raw) }, products),
  };
}

export function factsOfArrival(arrival: RegistrationRecord, products: Product[]): Facts {
  const { _id: registrationId, at, awsAccountId, licenseArn, productCode } = arrival;
  const product = productOf({ code: productCode }, products);
  return { kind: 'arrived', at: at.toISOString(), registrationId, awsAccountId, licenseArn, product };
}

const intents = { NEW: 'accepted', RENEW: 'renewed', REPLACE: 'replaced', AMEND: 'amended' } as const;

function kindOf(notice: MarketplaceNotice): Kind {
  if (notice.type === 'offerEvent') return 'offerChanged';
  if (notice.type === 'licenseEvent') return notice.status === 'updated' ? 'licensed' : 'deprovisioned';
  return notice.status === 'ACTIVE' ? intents[notice.intent ?? 'NEW'] : 'ended';
}

/** An event as AWS sent it, or a row of a search; only what is looked for here. */
interface Raw {
  detail?: { acceptor?: { accountId?: string }; product?: { id?: string } };
  proposalSummary?: { resources?: { id?: string }[] };
}

const accountIn = (raw: unknown) => (raw as Raw | undefined)?.detail?.acceptor?.accountId;

function productIdIn(raw: unknown): string | undefined {
  const { detail, proposalSummary } = (raw ?? {}) as Raw;
  return detail?.product?.id ?? proposalSummary?.resources?.[0]?.id;
}

/** The product's title when we sell it, else AWS's id of it. */
function productOf({ code, id }: { code?: string; id?: string }, products: Product[]): string | undefined {
  const known = products.find(each => each.productCode === code || each.productId === id);
  return known?.title ?? code ?? id;
}
