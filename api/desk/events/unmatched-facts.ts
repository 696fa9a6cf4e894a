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
  const { notice, raw, product, occurredAt } = event;
  const agreement = notice?.type === 'agreementEvent' ? notice : undefined;
  const license = notice?.type === 'licenseEvent' ? notice : undefined;
  return {
    kind: notice ? kindOf(notice) : 'other',
    at: occurredAt.toISOString(),
    status: agreement?.status,
    awsAccountId: agreement?.awsAccountId || accountIn(raw),
    agreementId: agreement?.agreementId ?? license?.agreementId,
    previousAgreementId: agreement?.previousAgreementId,
    offerId: notice && 'offerId' in notice ? notice.offerId : undefined,
    licenseArn: license?.licenseArn,
    product: titleOf(product, products),
  };
}

export function factsOfArrival(arrival: RegistrationRecord, products: Product[]): Facts {
  const { _id: registrationId, at, awsAccountId, licenseArn, productCode, agreementId, offerId } = arrival;
  const product = titleOf(productCode, products);
  const ids = { registrationId, awsAccountId, licenseArn, agreementId, offerId };
  return { kind: 'arrived', at: at.toISOString(), ...ids, product };
}

const intents = { NEW: 'accepted', RENEW: 'renewed', REPLACE: 'replaced', AMEND: 'amended' } as const;

function kindOf(notice: MarketplaceNotice): Kind {
  if (notice.type === 'offerEvent') return 'offerChanged';
  if (notice.type === 'awsNotice') return 'other';
  if (notice.type === 'licenseEvent') return notice.status === 'updated' ? 'licensed' : 'deprovisioned';
  return notice.status === 'ACTIVE' ? intents[notice.intent ?? 'NEW'] : 'ended';
}

/** An event as AWS sent it; only what is looked for here. */
interface Raw {
  detail?: { acceptor?: { accountId?: string } };
}

const accountIn = (raw: unknown) => (raw as Raw | undefined)?.detail?.acceptor?.accountId;

/** The product's title when we sell it, else what AWS calls it. */
const titleOf = (product: string | undefined, products: Product[]) =>
  products.find(each => each.productCode === product || each.productId === product)?.title ?? product;
