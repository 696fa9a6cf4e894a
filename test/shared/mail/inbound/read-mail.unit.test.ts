import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../../shared/config.ts';
import { inquiryFrom } from '../../../../shared/mail/inbound/inquiry-from-mail.ts';
import { readMail } from '../../../../shared/mail/inbound/read-mail.ts';
import { dealOfReply, replyAddress } from '../../../../shared/mail/reply-address.ts';
import { letter } from './letters.ts';

async function read(given: Parameters<typeof letter>[0] = {}) {
  const mail = await readMail(letter(given));
  if (!mail) throw new Error('not read');
  return mail;
}

describe('a mail that arrives', () => {
  it('is read: who, to whom, what he writes himself, and what came along', async () => {
    const mail = await read({
      to: '"Support" <Support+abc@Example.com>',
      subject: 'Re: 見積',
      text: '15日で。\n\n2026年12月3日(木) 10:40 X <x@example.com>:\n> 前\n',
      headers: { 'In-Reply-To': '<a@x.example>', References: '<b@x.example> <a@x.example>' },
      attachment: 'pdf',
    });
    expect(mail).toMatchObject({
      from: { name: 'Hanako Sato', email: 'hanako@aozora.example' },
      to: ['support+abc@example.com'],
      answers: ['<a@x.example>', '<b@x.example>', '<a@x.example>'],
      subject: 'Re: 見積',
      text: '15日で。',
      attachments: 1,
    });
    expect(mail.automatic).toBeUndefined();
  });

  it('is read in HTML where it has no plain text, without pictures, links and quotes', async () => {
    const html =
      '<p>Yes, <a href="https://evil.example">please</a>.</p><blockquote>older</blockquote><img src=x>';
    expect((await read({ html })).text).toBe('Yes, please.');
  });

  it('has an id of its own where its sender gave it none: the same mail has the same', async () => {
    const raw = Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\ntext\r\n');
    const [one, two] = await Promise.all([readMail(raw), readMail(raw)]);
    expect(one?.messageId).toMatch(/^<[0-9a-f]{32}@without-id\.invalid>$/);
    expect(two?.messageId).toBe(one?.messageId);
  });

  it.each([
    ['autoReply', { 'Auto-Submitted': 'auto-replied' }],
    ['autoReply', { 'X-Autoreply': 'yes' }],
    ['autoReply', { Precedence: 'auto_reply' }],
    ['list', { 'List-Id': '<news.example>' }],
    ['list', { Precedence: 'bulk' }],
    ['report', { 'Return-Path': '<>' }],
    ['spam', { 'X-Spam-Flag': 'YES' }],
  ])('is no letter of a person: %s, %p', async (automatic, headers) => {
    expect((await read({ headers: headers as Record<string, string> })).automatic).toBe(automatic);
  });

  it('is of a person when it says that no program has sent it', async () => {
    expect((await read({ headers: { 'Auto-Submitted': 'no' } })).automatic).toBeUndefined();
  });
});

describe('an inquiry by mail', () => {
  it('has the language of its words, the company of its address, and the account that it names', async () => {
    const japanese = inquiryFrom(
      await read({ subject: 'お見積り', text: 'アカウントは 1111-2222-3333 です。' }),
    );
    expect(japanese).toEqual({
      company: 'aozora.example',
      contact: {
        name: 'Hanako Sato',
        email: 'hanako@aozora.example',
        language: 'ja',
        timeZone: 'Asia/Tokyo',
      },
      message: 'お見積り\n\nアカウントは 1111-2222-3333 です。',
      awsAccountId: '111122223333',
    });
    const english = inquiryFrom(
      await read({ from: 'jane@gmail.com', text: '111122223333 or 444455556666?' }),
    );
    expect(english).toMatchObject({ company: 'jane', contact: { name: 'jane', language: 'en' } });
    expect(english.awsAccountId).toBeUndefined();
  });

  it('is no longer than an inquiry may be', async () => {
    expect(inquiryFrom(await read({ text: 'x '.repeat(9000) })).message.length).toBeLessThanOrEqual(5000);
  });
});

describe('the address to which a buyer answers', () => {
  const config = readConfig({ MAIL_REPLY_TEMPLATE: 'support+{token}@example.com' });

  it('leads to its deal and to no other, however a server writes it', () => {
    const address = replyAddress(config, 'k3v9q0t2xw') ?? '';
    expect(address).toMatch(/^support\+k3v9q0t2xw-[0-9a-f]{20}@example\.com$/);
    expect(dealOfReply(config, ['x@example.com', address.toUpperCase()])).toBe('k3v9q0t2xw');
    expect(dealOfReply(config, [address.replace('k3v9', 'k3v8')])).toBeUndefined();
    expect(dealOfReply(config, [address.replace('example.com', 'evil.example')])).toBeUndefined();
    expect(dealOfReply(readConfig({}), [address])).toBeUndefined();
    expect(replyAddress(readConfig({}), 'k3v9q0t2xw')).toBeUndefined();
  });

  it.each([
    'support@example.com',
    '{token}',
    'a+{token}{token}@example.com',
    `${'a'.repeat(40)}{token}@x.example`,
  ])('is refused when the process starts: %s', template => {
    expect(() => readConfig({ MAIL_REPLY_TEMPLATE: template })).toThrow('MAIL_REPLY_TEMPLATE');
  });
});
