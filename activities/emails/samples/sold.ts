import type { Agreement, Deal } from '../../../shared/deal/deal.ts';
import type { Fact } from '../../../shared/deal/entries.ts';
import type { Cast } from './cast.ts';
import { passed, told } from './told.ts';

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
  const accepted = told(offered, [{ fact: { type: 'agreementEvent', ...agreement }, at: acceptedAt }]);
  const arrival = {
    fact: {
      type: 'buyerArrived',
      registrationId: 'reg-example1',
      setupSessionId: 'setup-example1',
      awsAccountId,
      productCode: 'examplecloudcode000000001',
    },
    at: '2026-12-20T05:20:00.000Z',
  } as const;
  const arrived = told(accepted, [arrival]);
  const linked = told(arrived, [
    {
      fact: {
        type: 'linkOrganization',
        organizationId: 'org-example1',
        organizationName: cast.inquiry.company,
        user: cast.user,
      },
    },
  ]);
  const active = told(linked, [
    { fact: { type: 'organizationLinked', revision: 0 } },
    { fact: { type: 'productTold', revision: 0, configured: true } },
  ]);
  return {
    accepted,
    arrived,
    active,
    differs: differing(accepted),
    neverCame: passed(accepted, 'buyerAbsent', { at: '2026-12-28T09:00:00.000Z' }),
    leftHalfWay: passed(arrived, 'buyerAbsent', { at: '2026-12-28T09:00:00.000Z' }),
    unaccepted: passed(told(offered, [arrival]), 'agreementMissing', { at: '2026-12-21T09:00:00.000Z' }),
    withoutLicense: passed(linked, 'activationOverdue', { at: '2026-12-21T09:00:00.000Z' }),
  };
}

/** Another account has accepted than the one that was agreed on. */
function differing(accepted: Deal): Deal {
  const { agreementId, startsAt } = agreement;
  const other = { awsAccountId: '210987654321', startsAt, units: {}, autoRenews: false };
  return told(accepted, [{ fact: { type: 'agreementRead', agreementId, accepted: other } }]);
}

/** After the sale: the agreement changes, nears its end, and ends in each of the ways AWS knows. */
export function afterSale(active: Deal) {
  const news = (change: Partial<Extract<Fact, { type: 'agreementEvent' }>>) =>
    told(active, [{ fact: { type: 'agreementEvent', ...agreement, ...change } }]);
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
    amended: news({ intent: 'AMEND', endsAt: '2028-03-20T05:12:00.000Z' }),
    renewed: news({ intent: 'RENEW', ...next }),
    replaced: news({ intent: 'REPLACE', ...next }),
    ends: near,
    renews: { ...near, accepted: { ...accepted, autoRenews: true } },
    ended: {
      cancelled: news({ status: 'CANCELLED' }),
      expired: news({ status: 'EXPIRED' }),
      terminated: news({ status: 'TERMINATED' }),
      paymentFailed: news({ status: 'ROLLED_BACK' }),
      ended: news({ status: 'ARCHIVED' }),
      licenseTaken: told(active, [{ fact: taken }]),
    },
  };
}
