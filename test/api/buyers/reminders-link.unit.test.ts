import fc from 'fast-check';
import { offerPageUrl, readPageToken } from '../../../shared/offer-link.ts';
import { readRemindersToken, remindersPageUrl } from '../../../shared/reminders-link.ts';

const secret = 'a secret of more than thirty-two characters';
const publicUrl = 'https://desk.example.com/';
const of = { dealId: '0123456789', email: 'mika@buyer.example' };
const tokenOf = (asked: typeof of) => remindersPageUrl({ publicUrl, secret }, asked).split('/').at(-1) ?? '';

describe('the link to the reminders of one reader', () => {
  it('leads back to its deal and address, and is the same every time', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z]{1,20}$/), fc.emailAddress(), (dealId, email) => {
        const asked = { dealId, email: email.toLowerCase() };
        expect(readRemindersToken({ secret }, tokenOf(asked))).toEqual(asked);
        expect(tokenOf({ dealId, email: email.toUpperCase() })).toBe(tokenOf(asked));
      }),
    );
  });

  it('is refused with any part taken from another link', () => {
    const [dealId, address, sealed] = tokenOf(of).split('.');
    const [otherDeal] = tokenOf({ ...of, dealId: '9876543210' }).split('.');
    const [, otherAddress] = tokenOf({ ...of, email: 'ken@buyer.example' }).split('.');
    expect(readRemindersToken({ secret }, `${otherDeal}.${address}.${sealed}`)).toBeUndefined();
    expect(readRemindersToken({ secret }, `${dealId}.${otherAddress}.${sealed}`)).toBeUndefined();
    expect(readRemindersToken({ secret: `${secret}!` }, tokenOf(of))).toBeUndefined();
  });

  it('opens no deal page, and no deal page opens it', () => {
    expect(readPageToken({ secret }, tokenOf(of))).toBeUndefined();
    const [dealId, address, sealed] = tokenOf(of).split('.');
    expect(readPageToken({ secret }, `${dealId}.1.${address}.${sealed}`)).toBeUndefined();
    const offerToken = offerPageUrl({ publicUrl, secret }, { ...of, number: 1 })
      .split('/')
      .at(-1);
    expect(readRemindersToken({ secret }, `${offerToken}`)).toBeUndefined();
    expect(
      readRemindersToken({ secret }, `${dealId}.${address}.${offerToken?.split('.')[3]}`),
    ).toBeUndefined();
  });

  it('is refused, not an error, whatever text stands there', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(readRemindersToken({ secret }, text)).toBeUndefined();
      }),
    );
  });
});
