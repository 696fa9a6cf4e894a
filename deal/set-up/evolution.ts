import type { Arrival } from '../commands.ts';
import type { Deal, Registration } from '../deal.ts';
import { stepOf } from '../keys.ts';
import type { MailRequest } from '../mails/mails.ts';
import type { Evolution, Passing } from '../part.ts';
import { isOver } from '../steps.ts';
import { isStuckAt, type StuckStep, trouble, withoutStuck, withStuck } from '../stuck.ts';
import { linkedTo, withEnd, withLink, withoutLink } from './links.ts';
import type { SetUpCommand } from './rules.ts';

export const setUpEvolution: Evolution<
  SetUpCommand | 'entitlementsRead' | 'organizationLinked' | 'organizationUnlinked' | 'productTold'
> = {
  buyerArrived: (deal, arrival, { at }) => ({
    ...withoutStuck(deal, 'setUp'),
    registration: registrationFrom(arrival, { known: deal.registration, at }),
  }),

  linkOrganization: (deal, { organizationId, organizationName, user }, { at }) =>
    linkedTo(deal, { organizationId, organizationName, user, requestedAt: at }),

  moveLink: (deal, { organizationId, organizationName, user, reason }, { at }) => {
    const from = deal.link?.organizationName ?? deal.unlinked?.organizationName;
    const moved = { reason, ...(from && { from }) };
    return linkedTo(deal, { organizationId, organizationName, user, requestedAt: at, moved });
  },

  endLink: (deal, { reason }, { at }) => {
    const organizationName = deal.link?.organizationName ?? '';
    return { ...withoutLink(deal), unlinked: { organizationName, reason, at } };
  },

  handOverSetUp: withoutLostHandOvers,

  entitlementsRead: (deal, { entitlements, revision }) =>
    revision === deal.revision ? { ...deal, entitlements } : deal,

  organizationLinked: (deal, outcome, { at }) =>
    withLink(deal, outcome, { linkedRevision: outcome.revision, linkedAt: deal.link?.linkedAt ?? at }),
  organizationUnlinked: (deal, outcome) =>
    withEnd(deal, outcome, 'accounts') ?? withLink(deal, outcome, { linkedRevision: outcome.revision }),
  productTold: (deal, outcome, { at }) =>
    withEnd(deal, outcome, 'product') ??
    withLink(deal, outcome, {
      toldRevision: outcome.revision,
      // Whoever hears of the end alone was never told of a beginning.
      productToldAt: deal.link?.productToldAt ?? (isOver(deal) ? undefined : at),
    }),
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
