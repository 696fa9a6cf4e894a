import { describe, expect, test } from '@jest/globals';
import nodemailer from 'nodemailer';
import { parseSender, senderOf, senderText } from '../../../shared/mail/sender.ts';

const address = 'offers@example.com';
const names = [
  'Example',
  'Example, Inc.',
  'Example (Japan) K.K.',
  'Sales: Example; Inc.',
  'Ärger & Söhne',
  '株式会社サンプル（営業部）',
  'A "quoted" name',
  'Back\\slash',
];

async function headersOf(from: { name: string; address: string }): Promise<string> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({ from, to: 'a@b.example', text: '' });
  return String(message);
}

describe('the sender of every mail', () => {
  test.each(names)('keeps the name %s', name => {
    expect(parseSender(`${name} <${address}>`)).toEqual({ name, address });
    const quoted = `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
    expect(parseSender(quoted)).toEqual({ name, address });
  });

  test.each(names)('is one address to mail servers: %s', async name => {
    const headers = await headersOf(parseSender(`${name} <${address}>`));
    const [from = ''] = /^From: .*(?:\r\n .*)*/m.exec(headers) ?? [];
    expect(from.match(/@/g)).toHaveLength(1);
    expect(from).toContain(`<${address}>`);
  });

  test('with a comma or brackets in the name stands in quotation marks', async () => {
    expect(await headersOf(parseSender(`Example, Inc. <${address}>`))).toContain(
      `From: "Example, Inc." <${address}>`,
    );
    expect(await headersOf(parseSender(`Example (Japan) K.K. <${address}>`))).toContain(
      `From: "Example (Japan) K.K." <${address}>`,
    );
  });

  test.each([address, `<${address}>`, ` ${address} `])('without a name has the vendor’s: %s', given => {
    const config = { MAIL_FROM: given, VENDOR_NAME: 'Example Inc.' };
    expect(senderOf(config)).toEqual({ name: 'Example Inc.', address });
    expect(senderText(config)).toBe(`Example Inc. <${address}>`);
  });
});
