import { refusesMailbox } from '../../../activities/mail/mail-refusal.ts';

const refusal = (response: string, command = 'RCPT TO') =>
  Object.assign(new Error(response), { response, responseCode: Number(response.slice(0, 3)), command });

describe('a refusal', () => {
  test.each([
    '550 5.1.1 <maria@example.com>: Recipient address rejected: User unknown',
    '550-5.1.1 The email account that you tried to reach does not exist. Please try\n550 5.1.1 again',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found',
    '556 5.1.10 Recipient address has null MX',
    '550 5.4.1 Recipient address rejected: Access denied',
    '550 5.2.1 The email account that you tried to reach is disabled',
    '550 No such user here',
    '551 User not local; please try <forward@example.com>',
    '553 Mailbox name not allowed',
  ])('is about the mailbox: %s', response => {
    expect(refusesMailbox(refusal(response))).toBe(true);
  });

  test.each([
    '550 5.7.1 Service unavailable, client host is blocked using a block list',
    '554 5.7.1 <maria@example.com>: Relay access denied',
    '550 5.7.26 This mail has been blocked because the sender is unauthenticated',
    '553 5.1.8 <offers@example.com>: Sender address rejected: Domain not found',
    '552 5.2.2 The recipient’s inbox is out of storage space',
    '552 5.3.4 Message size exceeds fixed limit',
    '554 5.6.0 Message content rejected',
    '554 Transaction failed',
    '450 4.2.1 The user is receiving mail too quickly',
  ])('is not about the mailbox: %s', response => {
    expect(refusesMailbox(refusal(response))).toBe(false);
  });

  test('after the words counts as one of the mailbox only when it says so', () => {
    expect(refusesMailbox(refusal('550 5.1.1 no such user', 'DATA'))).toBe(true);
    expect(refusesMailbox(refusal('550 message refused', 'DATA'))).toBe(false);
  });

  test('without an answer of the server is not about the mailbox', () => {
    expect(refusesMailbox(new Error('connection closed'))).toBe(false);
  });
});
