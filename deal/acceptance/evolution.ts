import { isAfter } from '../calendar/moments.ts';
import type { AgreementNotice, LicenseNotice } from '../commands.ts';
import { withoutRequest } from '../conversation/request.ts';
import type { AcceptedTerms, Agreement, Deal, License, Offer } from '../deal.ts';
import { withoutUselessChange } from '../offer/change-set.ts';
import { withoutLooseOffers } from '../offer/offers.ts';
import type { Evolution } from '../part.ts';
import { isFollowed, isTaken } from '../stages.ts';
import { trouble, withoutStuck, withStuck } from '../stuck.ts';
import { inWords } from '../terms/differences.ts';
import { differencesOf } from './differences-of.ts';
import { licenseKey } from './license-key.ts';
import { kinOf } from './purchase.ts';
import type { AcceptanceCommand } from './rules.ts';
import { openedByPurchase, withSecondPurchase } from './second-purchase.ts';
import { withoutAccepted } from './without-accepted.ts';

/** Statuses after which AWS bills nothing more and no other agreement follows. REPLACED and RENEWED are none of them. */
const over: readonly Agreement['status'][] = [
  'CANCELLED',
  'EXPIRED',
  'TERMINATED',
  'ROLLED_BACK',
  'ARCHIVED',
];

export const acceptanceEvolution: Evolution<
  AcceptanceCommand | 'agreementRead' | 'purchaseOpened' | 'secondDealOpened'
> = {
  agreementEvent: (deal, { type: _type, ...notice }, entry) => {
    const { at } = entry;
    if (deal.formerAgreements.includes(notice.agreementId)) return deal;
    const kin = kinOf(deal, notice);
    if (kin === 'second') return withSecondPurchase(deal, notice, entry);
    if (kin === 'former') return withFormer(deal, notice);
    const known = deal.agreement;
    const successor = known !== undefined && known.agreementId !== notice.agreementId;
    const agreement = agreementFrom(notice, { known: successor ? undefined : known, at });
    if (!known && notice.intent === 'REPLACE') agreement.replaces = true;
    if (known && !successor && !isAmendment(notice) && !changed(known, agreement)) return deal;
    const updated = withoutLooseOffers(withoutUselessChange(withAgreement(deal, agreement)));
    if (over.includes(agreement.status)) return ended(updated, agreement, at);
    return successor ? follow(updated, known.agreementId) : updated;
  },

  licenseEvent: (deal, notice, { at }) => {
    if (deal.formerAgreements.includes(notice.agreementId) || isOvertaken(deal, notice, at)) return deal;
    const license = licenseFrom(notice, { known: deal.license, at });
    const licensed = withoutStuck(withLicense(deal, license), 'license');
    return isTaken(licensed) ? withoutAccepted(licensed) : licensed;
  },

  agreementRead: (deal, { agreementId, accepted }, { at }) => {
    if (deal.closed || deal.agreement?.agreementId !== agreementId) return deal;
    const read = withAcceptedDates({ ...deal, accepted }, deal.agreement, accepted);
    const { status } = accepted;
    if (status && over.includes(status)) return ended(read, { ...deal.agreement, status }, at);
    if (isTaken(read)) return withStuck(read, trouble({ step: 'license', reason: 'licenseTaken' }), at);
    // A customer who is served already has paid for the change: he gets it, and staff see what is not as agreed.
    const found = deal.link?.productToldAt ? [] : differencesOf(read);
    if (found.length === 0) return read;
    const differs = { step: 'acceptance', reason: 'agreementDiffers', detail: inWords(found) } as const;
    return withStuck(read, trouble(differs), at);
  },

  purchaseOpened: openedByPurchase,

  secondDealOpened: (deal, { agreementId, dealId }) => ({
    ...deal,
    secondPurchases: deal.secondPurchases.map(each =>
      each.notice.agreementId === agreementId ? { ...each, dealId } : each,
    ),
  }),
};

const ended = (deal: Deal, agreement: Agreement, at: string): Deal => ({
  ...deal,
  agreement,
  closed: { stage: 'ended', reason: agreement.status, at },
});

/** Units and prices may change while the dates stay. AWS tells it once, by event. */
const isAmendment = ({ intent, learntFrom }: AgreementNotice) => intent === 'AMEND' && learntFrom === 'event';

/** What AWS answers when it is asked counts more than its events, of which an old one may come last. */
function withAcceptedDates(deal: Deal, agreement: Agreement, { startsAt, endsAt }: AcceptedTerms): Deal {
  return { ...deal, agreement: { ...agreement, startsAt, endsAt: endsAt ?? agreement.endsAt } };
}

/** The offer of an agreement that another one has already replaced was accepted all the same. */
function withFormer(deal: Deal, { agreementId, offerId }: AgreementNotice): Deal {
  return {
    ...deal,
    formerAgreements: [...deal.formerAgreements, agreementId],
    offers: withAccepted(deal.offers, offerId),
  };
}

const withAccepted = (offers: Offer[], offerId: string | undefined): Offer[] =>
  offers.map(offer => (offer.offerId === offerId ? { ...offer, state: 'accepted' as const } : offer));

/** The deal under this agreement, which is to be read again: an amendment may have changed all of it. */
function withAgreement(deal: Deal, agreement: Agreement): Deal {
  const { ending: _overtaken, accepted: _outdated, ...rest } = withoutRequest(withoutQuestion(deal));
  const offers = withAccepted(deal.offers, agreement.offerId);
  const known = withoutStuck(withoutStuck(deal.agreement ? renewed(rest) : rest, 'agreement'), 'offer');
  return { ...known, agreement, offers };
}

/** An approver's yes to other terms is of no more use. */
function withoutQuestion(deal: Deal): Deal {
  const { approval, ...rest } = deal;
  return approval?.state === 'pending' ? rest : deal;
}

/** Accounts and product learn it anew. */
function renewed(deal: Deal): Deal {
  const { entitlements: _outdated, ...rest } = deal;
  return { ...rest, revision: deal.revision + 1 };
}

/** The old agreement ends without a cancellation; the license of the new one comes by itself, and the link stays meanwhile. */
function follow(deal: Deal, former: string): Deal {
  const { license: _former, ...rest } = deal;
  return { ...rest, formerAgreements: [...deal.formerAgreements, former] };
}

function withLicense(deal: Deal, license: License): Deal {
  return deal.license ? { ...renewed(deal), license } : { ...deal, license };
}

function agreementFrom(
  notice: AgreementNotice,
  { known, at }: { known: Agreement | undefined; at: string },
): Agreement {
  const acceptedAt = notice.acceptedAt ?? known?.acceptedAt ?? at;
  return {
    agreementId: notice.agreementId,
    offerId: notice.offerId ?? known?.offerId,
    awsAccountId: notice.awsAccountId || (known?.awsAccountId ?? ''),
    status: notice.status,
    acceptedAt,
    startsAt: notice.startsAt ?? known?.startsAt ?? acceptedAt,
    endsAt: notice.endsAt ?? known?.endsAt,
    learntFrom: known?.learntFrom ?? notice.learntFrom,
    ...(isFollowed(notice) && { followedAt: known?.followedAt ?? at }),
    ...(known?.replaces && { replaces: true }),
  };
}

/** AWS tells the same twice, by event and by search. */
function changed(known: Agreement, now: Agreement): boolean {
  return known.status !== now.status || known.endsAt !== now.endsAt || known.startsAt !== now.startsAt;
}

/** What AWS told before its last word, and comes late; or the end of a license that another has followed. */
function isOvertaken({ license }: Deal, { licenseArn, status }: LicenseNotice, at: string): boolean {
  if (!license) return false;
  const isOther = licenseKey(license.licenseArn) !== licenseKey(licenseArn);
  return (isOther && status === 'deprovisioned') || isAfter(license.toldAt, at);
}

function licenseFrom(
  notice: LicenseNotice,
  { known, at }: { known: License | undefined; at: string },
): License {
  const { licenseArn, agreementId, productCode, awsAccountId } = notice;
  const license = {
    licenseArn,
    agreementId,
    productCode,
    ...(awsAccountId && { awsAccountId }),
    at: known?.licenseArn === licenseArn ? known.at : at,
    toldAt: at,
  };
  return notice.status === 'deprovisioned' ? { ...license, deprovisionedAt: at } : license;
}
