import type { Arrival } from '../commands.ts';
import { type Deal, type Link, type Registration, withoutStuck } from '../deal.ts';
import type { Evolution } from '../evolve.ts';
import { isWaiting } from '../mails/chapter.ts';
import { type MailRequest, stepOf } from '../mails/mails.ts';
import { hasEdition } from '../policy.ts';
import type { Rules } from '../rules.ts';

type Commands = 'buyerArrived' | 'linkOrganization' | 'handOverSetUp';

/** From the buyer's arrival to the linked organization. */
export const setUpRules: Rules<Commands> = {
  buyerArrived: {
    who: ['buyer', 'aws'],
    stages: ['approving', 'creatingOffer', 'offered', 'accepted', 'settingUp', 'activating', 'active'],
    refuse: ({ deal, command }) =>
      deal.agreement && deal.agreement.awsAccountId !== command.awsAccountId
        ? { code: 'otherAccount' }
        : undefined,
  },
  linkOrganization: {
    who: ['buyer'],
    stages: ['accepted', 'settingUp', 'activating', 'active'],
    refuse: ({ deal }) => {
      if (!deal.registration) return { code: 'notSetUp' };
      return deal.link && !organizationRefused(deal) ? { code: 'alreadyLinked' } : undefined;
    },
  },
  handOverSetUp: {
    who: ['buyer', 'support'],
    stages: ['settingUp', 'accepted'],
    refuse: ({ deal }) => (deal.registration ? undefined : { code: 'notSetUp' }),
  },
};

/** The organization chosen first turned out to be taken, so another may be chosen. */
function organizationRefused(deal: Deal): boolean {
  return !deal.link?.linkedAt && deal.stuck.some(each => each.cure === 'linkOrganization');
}

export const setUpEvolution: Evolution<
  Commands | 'entitlementsRead' | 'organizationLinked' | 'organizationUnlinked' | 'productTold'
> = {
  buyerArrived: (deal, arrival, { at }) => ({
    ...withoutStuck(deal, 'setUp'),
    registration: registrationFrom(arrival, { known: deal.registration, at }),
  }),

  linkOrganization: (deal, { organizationId, organizationName, user }, { at }) => ({
    ...deal,
    stuck: deal.stuck.filter(each => each.cure !== 'linkOrganization' && each.step !== 'setUp'),
    link: { organizationId, organizationName, user, requestedAt: at },
  }),

  // The mail itself is the effect; see mails-for.ts.
  handOverSetUp: deal => (hasEdition(deal.policy, 2) ? withoutLostHandOvers(deal) : deal),

  entitlementsRead: (deal, { entitlements, revision }) =>
    revision === deal.revision ? { ...deal, entitlements } : deal,

  organizationLinked: (deal, { revision }, { at }) =>
    withLink(deal, { linkedRevision: revision, linkedAt: deal.link?.linkedAt ?? at }),
  organizationUnlinked: (deal, { revision }) => withLink(deal, { linkedRevision: revision }),
  productTold: (deal, { revision }, { at }) =>
    withLink(deal, { toldRevision: revision, productToldAt: deal.link?.productToldAt ?? at }),
};

/** Another colleague goes on, so that nobody waits for those whom our mail did not reach. */
function withoutLostHandOvers(deal: Deal): Deal {
  const isLost = (mail: MailRequest) => mail.template === 'handOver' && isWaiting(deal, mail);
  const steps = deal.mails.filter(isLost).map(stepOf);
  return {
    ...deal,
    mails: deal.mails.filter(mail => !isLost(mail)),
    stuck: deal.stuck.filter(({ step }) => !steps.includes(step)),
  };
}

function withLink(deal: Deal, change: Partial<Link>): Deal {
  return deal.link ? { ...deal, link: { ...deal.link, ...change } } : deal;
}

/** The first arrival counts; a later one only adds what was not known yet. */
function registrationFrom(
  arrival: Arrival,
  { known, at }: { known: Registration | undefined; at: string },
): Registration {
  const { registrationId, setupSessionId, awsAccountId, productCode, licenseArn } = arrival;
  if (known) return { ...known, licenseArn: known.licenseArn ?? licenseArn };
  return { registrationId, setupSessionId, awsAccountId, productCode, licenseArn, at };
}
