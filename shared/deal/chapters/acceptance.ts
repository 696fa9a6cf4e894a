import type { AgreementNews } from '../commands.ts';
import { type Agreement, type Deal, type Stuck, termsOf } from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import type { Rules } from '../rules.ts';
import type { Stage } from '../stages.ts';

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

/** What AWS tells of the agreement and the license. */
export const acceptanceRules: Rules<Commands> = {
  agreementEvent: {
    who: ['aws'],
    stages: afterOffer,
    refuse: ({ deal, command }) =>
      deal.agreement && deal.agreement.agreementId !== command.agreementId
        ? { code: 'otherAgreement' }
        : undefined,
  },
  licenseEvent: {
    who: ['aws'],
    stages: afterOffer,
    refuse: ({ deal, command }) => {
      const known = deal.agreement?.agreementId ?? deal.license?.agreementId;
      return known && known !== command.agreementId ? { code: 'otherAgreement' } : undefined;
    },
  },
};

/** Statuses after which AWS bills nothing more under this agreement and no other follows it. */
const over: readonly Agreement['status'][] = [
  'CANCELLED',
  'EXPIRED',
  'TERMINATED',
  'ROLLED_BACK',
  'ARCHIVED',
];

export const acceptanceEvolution: Evolution<Commands> = {
  agreementEvent: (deal, news, entry) => {
    const agreement = agreementFrom(news, { known: deal.agreement, at: entry.at });
    const offers = deal.offers.map(offer =>
      offer.offerId === agreement.offerId ? { ...offer, state: 'accepted' as const } : offer,
    );
    const { ending: _overtaken, request: _settled, ...rest } = deal;
    const accepted = {
      ...rest,
      agreement,
      offers,
      stuck: [...deal.stuck, ...differences(deal, agreement, entry.at)],
    };
    return over.includes(agreement.status) ? { ...accepted, closed: ended(agreement, entry.at) } : accepted;
  },

  licenseEvent: (deal, news, { at }) => {
    const { licenseArn, agreementId, productCode } = news;
    const license = { ...deal.license, licenseArn, agreementId, productCode, at: deal.license?.at ?? at };
    return {
      ...deal,
      license: news.status === 'deprovisioned' ? { ...license, deprovisionedAt: at } : license,
    };
  },
};

function agreementFrom(
  news: AgreementNews,
  { known, at }: { known: Agreement | undefined; at: string },
): Agreement {
  const acceptedAt = news.acceptedAt ?? known?.acceptedAt ?? at;
  return {
    agreementId: news.agreementId,
    offerId: news.offerId ?? known?.offerId,
    awsAccountId: news.awsAccountId,
    status: news.status,
    acceptedAt,
    startsAt: news.startsAt ?? known?.startsAt ?? acceptedAt,
    endsAt: news.endsAt ?? known?.endsAt,
    learntFrom: known?.learntFrom ?? news.learntFrom,
  };
}

const ended = (agreement: Agreement, at: string) => ({
  stage: 'ended' as const,
  reason: agreement.status,
  at,
});

/** An account that was never agreed holds the deal for a person instead of being granted. */
function differences(deal: Deal, agreement: Agreement, at: string): Stuck[] {
  const offer = deal.offers.find(each => each.offerId === agreement.offerId);
  if (!offer || deal.agreement) return [];
  const agreed = termsOf(deal, offer.termsVersion).terms.buyerAwsAccountIds;
  if (agreed.includes(agreement.awsAccountId)) return [];
  const detail = `accepted by ${agreement.awsAccountId}, agreed for ${agreed.join(', ')}`;
  return [{ step: 'acceptance', reason: 'agreementDiffers', detail, since: at, cure: 'retryStep' }];
}
