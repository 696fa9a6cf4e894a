import { describe, expect, it } from '@jest/globals';
import { readEnvelope } from '../../../shared/marketplace/event-bridge.ts';

const envelope = (type: string) => ({
  id: 'event-1',
  'detail-type': type,
  source: 'aws.agreement-marketplace',
  time: '2027-01-01T00:00:00Z',
  detail: {
    agreement: { id: 'agmt-1', status: 'ACTIVE' },
    product: { code: 'code-1', id: 'prod-1' },
    license: { arn: 'arn:aws:license-manager::1:license:l-0123456789abcdef0123456789abcdef' },
    acceptor: { accountId: '111122223333' },
    offer: { id: 'offer-1' },
  },
});

const told = [
  'Purchase Agreement Created',
  'Purchase Agreement Amended',
  'Purchase Agreement Ended',
  'License Updated',
  'License Deprovisioned',
];

describe('an event of AWS', () => {
  it.each(told.flatMap(what => ['Proposer', 'Manufacturer'].map(role => `${what} - ${role}`)))(
    'is read as our sale: %s',
    type => {
      expect(readEnvelope(envelope(type))).toMatchObject({
        notice: { agreementId: 'agmt-1' },
        product: 'prod-1',
      });
    },
  );

  it.each(
    [...told, 'Agreement Cancellation Request Approved', 'Purchase Agreement Ending'].flatMap(what =>
      [' - Acceptor', ' - acceptor', ' - Buyer', ' - '].map(role => `${what}${role}`),
    ),
  )('is no sale of ours: %s', type => {
    const read = readEnvelope(envelope(type));
    expect([read.notice, read.keys]).toEqual([undefined, []]);
  });

  it('names the product by its code where it has no id', () => {
    const { detail, ...rest } = envelope('License Updated - Manufacturer');
    const byCode = { ...rest, detail: { ...detail, product: { code: 'code-1' } } };
    expect(readEnvelope(byCode).product).toBe('code-1');
  });

  it.each([
    ['Purchase Agreement Advisory Issued - Manufacturer', 'advisoryIssued'],
    ['Purchase Agreement Advisory Resolved - Manufacturer', 'advisoryResolved'],
    ['Agreement Cancellation Request Pending Approval - Proposer', 'cancellationAsked'],
    ['Agreement Cancellation Request Approved - Proposer', 'cancellationApproved'],
    ['Agreement Cancellation Request Rejected - Proposer', 'cancellationRejected'],
    ['Agreement Cancellation Request Cancelled - Proposer', 'cancellationWithdrawn'],
    ['Agreement Cancellation Request Validation Failed - Proposer', 'cancellationInvalid'],
    ['Purchase Agreement Billing Adjustment Completed - Proposer', 'adjustmentDone'],
    ['Purchase Agreement Billing Adjustment Failed - Proposer', 'adjustmentFailed'],
  ])('tells the deal of its agreement: %s', (type, about) => {
    expect(readEnvelope(envelope(type))).toMatchObject({
      keys: ['agmt-1'],
      notice: { type: 'awsNotice', agreementId: 'agmt-1', about },
    });
  });

  it('tells the amount and the reasons in the words of AWS', () => {
    const { detail, ...rest } = envelope('Purchase Agreement Billing Adjustment Completed - Proposer');
    const billingAdjustmentRequest = {
      adjustmentAmount: '-1200.00',
      currencyCode: 'USD',
      adjustmentReasonCode: 'INCORRECT_TERMS_ACCEPTED',
    };
    expect(readEnvelope({ ...rest, detail: { ...detail, billingAdjustmentRequest } }).notice).toMatchObject({
      detail: '-1200.00 USD · INCORRECT_TERMS_ACCEPTED',
    });
  });
});
