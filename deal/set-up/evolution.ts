import type { Arrival } from '../commands.ts';
import type { Deal, Link, Registration } from '../deal.ts';
import { stepOf } from '../keys.ts';
import type { MailRequest } from '../mails/mails.ts';
import type { Evolution, Passing } from '../part.ts';
import { isStuckAt, type StuckStep, trouble, withoutStuck, withStuck } from '../stuck.ts';
import type { SetUpCommand } from './rules.ts';

export const setUpEvolution: Evolution<
  SetUpCommand | 'entitlementsRead' | 'organizationLinked' | 'organizationUnlinked' | 'productTold'
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

  handOverSetUp: withoutLostHandOvers,

  entitlementsRead: (deal, { entitlements, revision }) =>
    revision === deal.revision ? { ...deal, entitlements } : deal,

  organizationLinked: (deal, { revision }, { at }) =>
    withLink(deal, { linkedRevision: revision, linkedAt: deal.link?.linkedAt ?? at }),
  organizationUnlinked: (deal, { revision }) => withLink(deal, { linkedRevision: revision }),
  productTold: (deal, { revision }, { at }) =>
    withLink(deal, { toldRevision: revision, productToldAt: deal.link?.productToldAt ?? at }),
};

export const setUpPassing: Passing<'buyerAbsent' | 'agreementMissing' | 'activationOverdue'> = {
  buyerAbsent: (deal, at) => withStuck(deal, trouble({ step: 'setUp', reason: 'buyerAbsent' }), at),
  agreementMissing: (deal, at) =>
    withStuck(deal, trouble({ step: 'agreement', reason: 'agreementMissing' }), at),
  activationOverdue: (deal, at) =>
    withStuck(deal, trouble({ step: 'license', reason: 'entitlementsMissing' }), at),
};

/** Another colleague goes on, so that nobody waits for those whom our mail did not reach. */
function withoutLostHandOvers(deal: Deal): Deal {
  const isLost = (mail: MailRequest) => mail.template === 'handOver' && isStuckAt(deal, stepOf(mail));
  const steps: StuckStep[] = deal.mails.filter(isLost).map(stepOf);
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
  const { registrationId, setupSessionId, awsAccountId, productCode, licenseArn, agreementId } = arrival;
  const purchase = {
    licenseArn: known?.licenseArn ?? licenseArn,
    agreementId: known?.agreementId ?? agreementId,
  };
  if (known) return { ...known, ...purchase };
  return { registrationId, setupSessionId, awsAccountId, productCode, ...purchase, at };
}
