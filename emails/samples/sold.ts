import { openingOf } from '../../deal/acceptance/second-purchase.ts';
import type { Agreement, Deal } from '../../deal/deal.ts';
import { dealDecider } from '../../deal/decider.ts';
import type { DealEvent } from '../../deal/events.ts';
import { type Actor, system } from '../../deal/people.ts';
import type { Cast } from './cast.ts';
import { passed, played } from './play.ts';

const agreement: Omit<Agreement, 'learntFrom'> & { learntFrom: 'event' } = {
  agreementId: 'agmt-exampleq7w8e9r0t1y2u3',
  offerId: 'offer-examplea1b2c3',
  awsAccountId: '123456789012',
  status: 'ACTIVE',
  acceptedAt: '2026-12-20T05:12:00.000Z',
  startsAt: '2026-12-20T05:12:00.000Z',
  endsAt: '2027-12-20T05:12:00.000Z',
  learntFrom: 'event',
};

/** The sample deal from its acceptance to the linked organization, and where it may stop on the way. */
export function sold(cast: Cast, offered: Deal) {
  const { acceptedAt, awsAccountId } = agreement;
  const accepted = played(offered, [{ event: { type: 'agreementEvent', ...agreement }, at: acceptedAt }]);
  const arrival = {
    event: {
      type: 'buyerArrived',
      registrationId: 'reg-example1',
      setupSessionId: 'setup-example1',
      awsAccountId,
      productCode: 'examplecloudcode000000001',
    },
    at: '2026-12-20T05:20:00.000Z',
  } as const;
  const arrived = played(accepted, [arrival]);
  const linked = played(arrived, [
    {
      event: {
        type: 'linkOrganization',
        organizationId: 'org-example1',
        organizationName: cast.inquiry.company,
        user: cast.user,
      },
    },
  ]);
  const active = played(linked, [
    { event: { type: 'organizationLinked', organizationId: 'org-example1', revision: 0 } },
    { event: { type: 'productTold', organizationId: 'org-example1', revision: 0, configured: true } },
  ]);
  return {
    accepted,
    arrived,
    active,
    second: boughtAsWell(accepted),
    differs: differing(accepted),
    ...bySupport(cast, { accepted, arrived, active }),
    unpaid: unpaid(accepted),
    unpaidInUse: unpaid(active),
    neverCame: passed(accepted, 'buyerAbsent', { at: '2026-12-28T09:00:00.000Z' }),
    leftHalfWay: passed(arrived, 'buyerAbsent', { at: '2026-12-28T09:00:00.000Z' }),
    unaccepted: passed(played(offered, [arrival]), 'agreementMissing', { at: '2026-12-21T09:00:00.000Z' }),
    withoutLicense: passed(linked, 'activationOverdue', { at: '2026-12-21T09:00:00.000Z' }),
  };
}

/** The deal of another account that has accepted the same offer. */
function boughtAsWell(first: Deal): Deal {
  const at = '2026-12-21T02:30:00.000Z';
  const notice = {
    ...agreement,
    agreementId: 'agmt-examplep0o9i8u7y6',
    awsAccountId: '210987654321',
    acceptedAt: at,
  };
  const { inquiry, policy, purchase } = openingOf(first, {
    notice,
    commandId: notice.agreementId,
    by: system,
    at,
  });
  const { from } = purchase;
  const opened = {
    type: 'purchaseOpened',
    inquiry,
    policy,
    agreementId: notice.agreementId,
    ...(from && { from }),
  } as const;
  const deal = dealDecider.initial({ dealId: 'example2nd', at, inquiry, policy });
  return played(deal, [{ event: opened }, { event: { type: 'agreementEvent', ...notice } }]);
}

/** Support has moved the link, made one, or ended it. */
function bySupport(
  cast: Cast,
  { accepted, arrived, active }: Record<'accepted' | 'arrived' | 'active', Deal>,
) {
  const move = support(moveOf(cast));
  const end = support({ type: 'endLink', reason: cast.moveReason });
  const done = { organizationId: 'org-example2', revision: 1 };
  return {
    moved: played(active, [move]),
    linked: played(arrived, [move]),
    movedAndDone: played(active, [
      move,
      { event: { type: 'organizationLinked', ...done } },
      { event: { type: 'productTold', ...done, configured: true } },
    ]),
    unlinked: played(active, [end]),
    unlinkedUnseen: played(accepted, [move, end]),
  };
}

const support = (event: DealEvent) => ({
  event,
  by: { kind: 'staff', id: 'support@example.com', roles: ['support'] } satisfies Actor,
});

/** Support links the purchase to another organization of the buyer. */
const moveOf = ({ user, organization, moveReason }: Cast): DealEvent => ({
  type: 'moveLink',
  organizationId: 'org-example2',
  organizationName: organization,
  user: { ...user, userId: 'user-9' },
  others: [],
  reason: moveReason,
});

/** AWS has taken the agreement back, whatever has been set up. */
const unpaid = (deal: Deal): Deal =>
  played(deal, [{ event: { type: 'agreementEvent', ...agreement, status: 'ROLLED_BACK' } }]);

/** Another account has accepted than the one that was agreed on. */
function differing(accepted: Deal): Deal {
  const { agreementId, startsAt } = agreement;
  const other = { awsAccountId: '210987654321', startsAt, units: {}, autoRenews: false };
  return played(accepted, [{ event: { type: 'agreementRead', agreementId, accepted: other } }]);
}

/** After the sale: the agreement changes, nears its end, and ends in each of the ways AWS knows. */
export function afterSale(active: Deal) {
  const notice = (change: Partial<Extract<DealEvent, { type: 'agreementEvent' }>>) =>
    played(active, [{ event: { type: 'agreementEvent', ...agreement, ...change } }]);
  const next = {
    agreementId: 'agmt-example2z8x7c6v5b4n3m',
    startsAt: '2027-12-20T05:12:00.000Z',
    endsAt: '2028-12-20T05:12:00.000Z',
    previousAgreementId: agreement.agreementId,
  };
  const near: Deal = { ...active, agreement: { ...agreement, endsAt: '2027-01-27T23:59:59.000Z' } };
  const accepted = { awsAccountId: agreement.awsAccountId, startsAt: agreement.startsAt, units: {} };
  const taken = {
    type: 'licenseEvent',
    licenseArn: 'arn:aws:license-manager::123456789012:license:l-example',
    agreementId: agreement.agreementId,
    productCode: 'examplecloudcode000000001',
    status: 'deprovisioned',
  } as const;
  return {
    amended: notice({ intent: 'AMEND', endsAt: '2028-03-20T05:12:00.000Z' }),
    renewed: notice({ intent: 'RENEW', ...next }),
    replaced: notice({ intent: 'REPLACE', ...next }),
    ends: near,
    renews: { ...near, accepted: { ...accepted, autoRenews: true } },
    ended: {
      cancelled: notice({ status: 'CANCELLED' }),
      expired: notice({ status: 'EXPIRED' }),
      terminated: notice({ status: 'TERMINATED' }),
      ended: notice({ status: 'ARCHIVED' }),
      licenseTaken: played(active, [{ event: taken }]),
    },
  };
}
