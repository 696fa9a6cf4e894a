import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ApprovalAsked,
  approvalPageUrl,
  readApprovalToken,
} from '../../../shared/approvals/approval-link.ts';
import { readPageToken } from '../../../shared/offer-link.ts';
import { readRemindersToken, remindersPageUrl } from '../../../shared/reminders-link.ts';

const secret = 'a secret of more than thirty-two characters';
const publicUrl = 'https://desk.example.com/';
const asked: ApprovalAsked = {
  dealId: '0123456789',
  version: 2,
  email: 'approver@vendor.example',
  askedAt: '2027-01-04T01:00:00.000Z',
  endsAt: '2027-01-11T01:00:00.000Z',
};
const tokenOf = (of: ApprovalAsked) => approvalPageUrl({ publicUrl, secret }, of).split('/').at(-1) ?? '';

describe('the link on which an approver decides from his mail', () => {
  it('leads back to all that it is sealed to', () => {
    const moment = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-z]{1,20}$/),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.emailAddress(),
        moment,
        moment,
        (dealId, version, email, askedAt, endsAt) => {
          const of = {
            dealId,
            version,
            email: email.toLowerCase(),
            askedAt: askedAt.toISOString(),
            endsAt: endsAt.toISOString(),
          };
          expect(readApprovalToken({ secret }, tokenOf(of))).toEqual(of);
        },
      ),
    );
  });

  it('is refused with any part taken from another link', () => {
    const parts = tokenOf(asked).split('.');
    const other = tokenOf({
      dealId: '9876543210',
      version: 3,
      email: 'sales@vendor.example',
      askedAt: '2027-01-05T01:00:00.000Z',
      endsAt: '2028-01-11T01:00:00.000Z',
    }).split('.');
    const mixed = parts.map((_, at) => parts.with(at, other[at] ?? '').join('.'));
    for (const token of mixed) expect(readApprovalToken({ secret }, token)).toBeUndefined();
    expect(readApprovalToken({ secret: `${secret}!` }, tokenOf(asked))).toBeUndefined();
  });

  it('opens nothing that other links open, and none of them opens it', () => {
    const token = tokenOf(asked);
    expect(readPageToken({ secret }, token)).toBeUndefined();
    expect(readRemindersToken({ secret }, token)).toBeUndefined();
    const reminders = remindersPageUrl({ publicUrl, secret }, asked).split('/').at(-1) ?? '';
    expect(readApprovalToken({ secret }, reminders)).toBeUndefined();
  });

  it('is refused, not an error, whatever text stands there', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(readApprovalToken({ secret }, text)).toBeUndefined();
      }),
    );
  });
});
