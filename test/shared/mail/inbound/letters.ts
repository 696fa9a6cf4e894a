import { randomUUID } from 'node:crypto';

interface Letter {
  from?: string;
  to?: string;
  subject?: string;
  text?: string;
  html?: string;
  id?: string;
  headers?: Record<string, string>;
  attachment?: string;
  /** The head of the attachment, which is otherwise that of a PDF. */
  attached?: string[];
}

/** A mail as it arrives. */
export function letter(given: Letter = {}): Buffer {
  const {
    from = 'Hanako Sato <hanako@aozora.example>',
    to = 'support@example.com',
    subject = 'A question',
  } = given;
  const {
    text = 'How much is it?',
    html,
    id = `<${randomUUID()}@aozora.example>`,
    headers = {},
    attachment,
    attached = [
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Disposition: attachment; filename=a.pdf',
    ],
  } = given;
  const encoded = (words: string) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
  const part = (type: string, words: string) =>
    [
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(words).toString('base64'),
    ].join('\r\n');
  const body = html === undefined ? part('text/plain', text) : part('text/html', html);
  const file = `${attached.join('\r\n')}\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(attachment ?? '').toString('base64')}`;
  const whole =
    attachment === undefined
      ? body
      : `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${body}\r\n--b\r\n${file}\r\n--b--`;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${encoded(subject)}`,
    `Message-ID: ${id}`,
    'MIME-Version: 1.0',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n${whole}\r\n`);
}
