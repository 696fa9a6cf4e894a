import type { AgreementNotice } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { Product } from '../../../deal/terms/products.ts';
import { makerOf } from '../../../shared/marketplace/maker.ts';
import {
  type AskedAgreement,
  acceptedIn,
  askForAgreement,
} from '../../../shared/marketplace/purchases/ask-for-agreement.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Deps } from '../../deps.ts';

/** A purchase that AWS knows, and for which a deal may be opened. */
export interface Purchase {
  asked: AskedAgreement;
  notice: AgreementNotice;
  product: Product;
  /** The deal that made its offer. */
  origin?: Deal;
}

/** Why no deal can be opened for an agreement. */
export type Obstacle =
  | { problem: 'unknownAgreement' }
  | { problem: 'otherProduct'; product: string }
  | { problem: 'notActive'; status: string };

const patienceMs = 6000;

/** What AWS tells of an agreement. Throws the Problem awsUnavailable when it does not answer, or not us. */
export async function askPurchase(
  deps: Pick<Deps, 'db' | 'config' | 'marketplace'>,
  agreementId: string,
): Promise<Purchase | Obstacle> {
  const asked = await askAws(deps, agreementId);
  if (!asked) return { problem: 'unknownAgreement' };
  const productId = asked.agreement.proposalSummary?.resources?.[0]?.id ?? '';
  const product = deps.config.products.find(each => each.productId === productId);
  if (!product) return { problem: 'otherProduct', product: productId };
  const { status } = asked.agreement;
  if (status !== 'ACTIVE') return { problem: 'notActive', status: status ?? '' };
  const notice = noticeOf(asked, agreementId);
  const origin = notice.offerId && (await makerOf(deps.db, notice.offerId));
  return { asked, notice, product, ...(origin && { origin }) };
}

async function askAws(
  { marketplace }: Pick<Deps, 'marketplace'>,
  agreementId: string,
): Promise<AskedAgreement | undefined> {
  try {
    const abortSignal = AbortSignal.timeout(patienceMs);
    return await askForAgreement(marketplace.agreement, agreementId, { abortSignal });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ResourceNotFoundException' || name === 'ValidationException') return undefined;
    throw new Problem('awsUnavailable', { cause: error });
  }
}

/** AWS writes the end of an open agreement as the year 9999, where it writes one. */
const isOpenEnd = (end: Date) => end.getUTCFullYear() === 9999;

function noticeOf(asked: AskedAgreement, agreementId: string): AgreementNotice {
  const { acceptanceTime, endTime, proposalSummary } = asked.agreement;
  const { awsAccountId, startsAt } = acceptedIn(asked);
  const offerId = proposalSummary?.offerId;
  return {
    agreementId,
    awsAccountId,
    status: 'ACTIVE',
    learntFrom: 'search',
    startsAt,
    ...(offerId && { offerId }),
    ...(acceptanceTime && { acceptedAt: acceptanceTime.toISOString() }),
    ...(endTime && !isOpenEnd(endTime) && { endsAt: endTime.toISOString() }),
  };
}
