import type { AgreementNotice } from '../commands.ts';
import type { Deal } from '../deal.ts';
import { licenseKey } from './license-key.ts';
import { ours, precedes, succeeds } from './succession.ts';

// One deal is one purchase. The first fact that names a purchase claims the deal for it; what names another one is not the deal's.

/** By what a notice, a license or an arrival names its purchase, the surest first. */
export interface Named {
  agreementId?: string;
  licenseArn?: string;
  awsAccountId?: string;
}

/** How a notice of an agreement stands to a deal. `second`: somebody else has accepted an offer of the deal as well. */
export type Kin = 'own' | 'successor' | 'former' | 'second' | 'foreign';

/**
 * True unless something is of another purchase than the deal's; of all that both name, the surest decides. A deal that
 * no purchase has claimed yet takes any.
 */
export function isOwn(deal: Deal, named: Named): boolean {
  const pairs = [
    { known: agreementsOf(deal), told: named.agreementId },
    { known: licensesOf(deal), told: named.licenseArn && licenseKey(named.licenseArn) },
    { known: accountsOf(deal), told: named.awsAccountId },
  ];
  const surest = pairs.find(({ known, told }) => told && known.length > 0);
  return !surest?.told || surest.known.includes(surest.told);
}

/** True unless another account is known to have bought. */
export const isOwnAccount = (deal: Deal, { awsAccountId }: Pick<Named, 'awsAccountId'>) =>
  isOwn(deal, { awsAccountId });

export function kinOf(deal: Deal, notice: AgreementNotice): Kin {
  if (isOwn(deal, { agreementId: notice.agreementId, awsAccountId: notice.awsAccountId })) return 'own';
  if (succeeds(deal, notice)) return 'successor';
  if (precedes(deal, notice)) return 'former';
  return isSecond(deal, notice) ? 'second' : 'foreign';
}

/** A sale under an offer that was made here, and nobody has noted it yet. A renewal that names no agreement before it is none. */
function isSecond(deal: Deal, { agreementId, offerId, intent, status }: AgreementNotice): boolean {
  const isSale = status === 'ACTIVE' && (intent === 'NEW' || intent === 'AMEND');
  const isNoted = deal.secondPurchases.some(({ notice }) => notice.agreementId === agreementId);
  return isSale && !isNoted && isMaker(deal) && ours(deal, offerId);
}

/** The deal made its offers; one that a purchase opened has its offer from another deal, or from nobody here. */
export const isMaker = ({ openedBy }: Pick<Deal, 'openedBy'>) => openedBy === undefined;

/** Nobody here has made the offer: what the buyer has is what AWS tells, and others buy by the same offer. */
export const isOutsideOffer = ({ openedBy }: Pick<Deal, 'openedBy'>) =>
  openedBy !== undefined && openedBy.dealId === undefined;

/** The surest there is: what is known of the agreement itself comes before what others have named. */
function agreementsOf({ agreement, formerAgreements, license, registration, openedBy }: Deal): string[] {
  if (agreement) return [agreement.agreementId, ...formerAgreements];
  return present([license?.agreementId, registration?.agreementId, openedBy?.agreementId]);
}

const licensesOf = ({ license, registration }: Deal) =>
  present([license?.licenseArn, registration?.licenseArn]).map(licenseKey);

function accountsOf({ agreement, license, registration }: Deal): string[] {
  return present([agreement?.awsAccountId, license?.awsAccountId, registration?.awsAccountId]).slice(0, 1);
}

const present = (ids: (string | undefined)[]) => ids.filter((id): id is string => Boolean(id));
