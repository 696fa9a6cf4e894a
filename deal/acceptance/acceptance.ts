import type { AgreementNotice, LicenseNotice } from '../commands.ts';
import {
  type AcceptedTerms,
  type Agreement,
  type Deal,
  type License,
  type Offer,
  termsOf,
  withoutStuck,
} from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import { withoutUselessChange } from '../offer/change-set.ts';
import { withoutLooseOffers } from '../offer/offers.ts';
import { hasEdition } from '../policy.ts';
import type { Rules } from '../rules.ts';
import type { Stage } from '../stages.ts';
import { differencesBetween, inWords } from '../terms/differences.ts';

type Commands = 'agreementEvent' | 'licenseEvent';

/** AWS may speak at any time once an offer is being made, and in any order. */
const afterOffer: readonly Stage[] = [
  'approving',
  'creatingOffer',
  'offered',
  'accepted',
  'settingUp',
  'activating',
  'active',
];

/** What AWS tells of the agreement and the license, at the sale and after it. */
export const acceptanceRules: Rules<Commands> = {
  agreementEvent: {
    who: ['aws'],
    stages: afterOffer,
    refuse: ({ deal, command }) => {
      const belongs =
        !deal.agreement ||
        concerns(deal, command.agreementId) ||
        succeeds(deal, command) ||
        precedes(deal, command);
      return belongs ? undefined : { code: 'otherAgreement' };
    },
  },
  licenseEvent: {
    who: ['aws'],
    stages: afterOffer,
    refuse: ({ deal, command }) => {
      const known = deal.agreement?.agreementId ?? deal.license?.agreementId;
      const belongs =
        !known ||
        known === command.agreementId ||
        concerns(deal, command.agreementId) ||
        ours(deal, command.offerId);
      return belongs ? undefined : { code: 'otherAgreement' };
    },
  },
};

/** True for the deal's agreement and for those it followed. */
function concerns({ agreement, formerAgreements }: Deal, agreementId: string): boolean {
  return agreement?.agreementId === agreementId || formerAgreements.includes(agreementId);
}

/** A renewal names the agreement before it; a replacement comes by an offer of this deal. */
function succeeds(deal: Deal, { previousAgreementId, offerId, intent }: AgreementNotice): boolean {
  if (previousAgreementId && previousAgreementId === deal.agreement?.agreementId) return true;
  return intent === 'REPLACE' && ours(deal, offerId) && offerId !== deal.agreement?.offerId;
}

/** What a replacement replaced may be told after it. */
function precedes(deal: Deal, { offerId, intent }: AgreementNotice): boolean {
  if (!deal.agreement?.replaces || intent === 'REPLACE') return false;
  return ours(deal, offerId) && offerId !== deal.agreement.offerId;
}

const ours = ({ offers }: Deal, offerId: string | undefined) =>
  offers.some(offer => offer.offerId === offerId);

/** Statuses after which AWS bills nothing more and no other agreement follows. REPLACED and RENEWED are none of them. */
const over: readonly Agreement['status'][] = [
  'CANCELLED',
  'EXPIRED',
  'TERMINATED',
  'ROLLED_BACK',
  'ARCHIVED',
];

export const acceptanceEvolution: Evolution<Commands | 'agreementRead'> = {
  agreementEvent: (deal, notice, { at }) => {
    if (deal.formerAgreements.includes(notice.agreementId)) return deal;
    if (precedes(deal, notice) && !concerns(deal, notice.agreementId)) return withFormer(deal, notice);
    const known = deal.agreement;
    const successor = known !== undefined && known.agreementId !== notice.agreementId;
    const agreement = agreementFrom(notice, { known: successor ? undefined : known, at });
    if (!known && notice.intent === 'REPLACE' && hasEdition(deal.policy, 2)) agreement.replaces = true;
    if (known && !successor && !changed(known, agreement)) return deal;
    const updated = withoutLooseOffers(withoutUselessChange(withAgreement(deal, agreement)));
    if (over.includes(agreement.status))
      return { ...updated, closed: { stage: 'ended', reason: agreement.status, at } };
    return successor ? follow(updated, known.agreementId) : updated;
  },

  licenseEvent: (deal, notice, { at }) => {
    if (deal.formerAgreements.includes(notice.agreementId)) return deal;
    const license = licenseFrom(notice, { known: deal.license, at });
    if (deal.agreement && deal.agreement.agreementId !== notice.agreementId)
      return { ...deal, nextLicense: license };
    return withoutStuck(withLicense(deal, license), 'license');
  },

  agreementRead: (deal, { agreementId, accepted }, { at }) => {
    const offer = deal.offers.find(each => each.offerId === deal.agreement?.offerId);
    if (deal.agreement?.agreementId !== agreementId) return deal;
    const read = withAcceptedDates({ ...deal, accepted }, deal.agreement, accepted);
    const found = offer ? differencesBetween(termsOf(deal, offer.termsVersion).terms, accepted) : [];
    if (found.length === 0) return read;
    const stuck = {
      step: 'acceptance',
      reason: 'agreementDiffers',
      detail: inWords(found),
      since: at,
      cure: 'retryStep',
    } as const;
    return { ...read, stuck: [...deal.stuck.filter(each => each.step !== 'acceptance'), stuck] };
  },
};

/** What AWS answers when it is asked counts more than its events, of which an old one may come last. */
function withAcceptedDates(deal: Deal, agreement: Agreement, { startsAt, endsAt }: AcceptedTerms): Deal {
  if (!hasEdition(deal.policy, 2)) return deal;
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
  const { ending: _overtaken, request: _settled, accepted: _outdated, ...rest } = deal;
  const offers = withAccepted(deal.offers, agreement.offerId);
  const known = withoutStuck(deal.agreement ? renewed(rest) : rest, 'agreement');
  return { ...known, agreement, offers };
}

/** Accounts and product learn it anew. */
function renewed(deal: Deal): Deal {
  const { entitlements: _outdated, ...rest } = deal;
  return { ...rest, revision: deal.revision + 1 };
}

/** The old agreement ends without a cancellation; its license stays in use until the new one's comes. */
function follow(deal: Deal, former: string): Deal {
  const { nextLicense, license: _former, ...rest } = deal;
  const followed = { ...rest, formerAgreements: [...deal.formerAgreements, former] };
  return nextLicense?.agreementId === deal.agreement?.agreementId && nextLicense
    ? { ...followed, license: nextLicense }
    : followed;
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
    ...(known?.replaces && { replaces: true }),
  };
}

/** AWS tells the same twice, by event and by search. */
function changed(known: Agreement, now: Agreement): boolean {
  return known.status !== now.status || known.endsAt !== now.endsAt || known.startsAt !== now.startsAt;
}

function licenseFrom(
  notice: LicenseNotice,
  { known, at }: { known: License | undefined; at: string },
): License {
  const { licenseArn, agreementId, productCode } = notice;
  const license = {
    licenseArn,
    agreementId,
    productCode,
    at: known?.licenseArn === licenseArn ? known.at : at,
  };
  return notice.status === 'deprovisioned' ? { ...license, deprovisionedAt: at } : license;
}
