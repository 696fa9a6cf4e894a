import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';
import { mailboxFrom } from '../../../shared/mail/mailbox-address.ts';

describe('the address of the mailbox of bounces', () => {
  it('names server, user, password and mailbox', () => {
    expect(mailboxFrom('imaps://bounces%40example.com:p%40ss%2Fw@imap.example.com/Shared%2FBounces')).toEqual(
      {
        host: 'imap.example.com',
        port: 993,
        secure: true,
        doSTARTTLS: false,
        auth: { user: 'bounces@example.com', pass: 'p@ss/w' },
        mailbox: 'Shared/Bounces',
      },
    );
  });

  it.each([
    ['imap://a:b@imap.example.com', 143, true],
    ['imap://a:b@imap.example.com:1143/INBOX', 1143, true],
    ['imap://a:b@127.0.0.1:1143', 1143, false],
  ])('%s sends a password over a network only after the change to TLS', (address, port, doSTARTTLS) => {
    expect(mailboxFrom(address)).toMatchObject({ port, doSTARTTLS, secure: false, mailbox: 'INBOX' });
  });

  it.each([
    'no address',
    'https://u:secret-word@h',
    'imaps://u:secret-word@',
    'imaps://h/INBOX',
    'imaps://u:%ss@h',
  ])('is refused when the process starts, without being shown: %s', address => {
    const start = () => readConfig({ BOUNCE_IMAP_URL: address });
    expect(start).toThrow(/BOUNCE_IMAP_URL.*imaps:\/\/user:password@host\/INBOX/);
    expect(start).not.toThrow(/secret-word/);
  });
});

describe('the envelope sender', () => {
  it('is an address without a name', () => {
    expect(() => readConfig({ MAIL_BOUNCE_ADDRESS: 'Bounces <b@example.com>' })).toThrow(
      'MAIL_BOUNCE_ADDRESS',
    );
    expect(readConfig({ MAIL_BOUNCE_ADDRESS: 'b@example.com' }).MAIL_BOUNCE_ADDRESS).toBe('b@example.com');
  });
});
