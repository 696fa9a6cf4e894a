import PostalMime, { type Address } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type Handover, handOver } from './handover.ts';
import type { Mail, Mails } from './mails.ts';

const LARGEST_MAIL_BYTES = 25 * 1024 * 1024;

/** An SMTP server that takes every mail for everyone and delivers it to `mails`. Accepts a mail only once it is kept. */
export function catchAllSmtp(mails: Mails, handover?: Handover): SMTPServer {
  return new SMTPServer({
    banner: 'Offerdesk mailbox',
    size: LARGEST_MAIL_BYTES,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username }, _session, done) => done(null, { user: username ?? 'anyone' }),
    onData: (stream, session, done) => {
      receive({ stream, session, mails, handover }).then(
        () => done(),
        error => done(error),
      );
    },
  });
}

type Delivery = {
  stream: SMTPServerDataStream;
  session: SMTPServerSession;
  mails: Mails;
  handover: Handover | undefined;
};

async function receive({ stream, session, mails, handover }: Delivery): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  if (stream.sizeExceeded) {
    throw Object.assign(new Error(`The mail is larger than ${LARGEST_MAIL_BYTES} bytes.`), {
      responseCode: 552,
    });
  }
  const raw = Buffer.concat(chunks);
  const { to } = await mails.add(await parse(raw, session));
  if (handover) handOver(handover, { raw, to });
}

async function parse(raw: Buffer, { envelope }: SMTPServerSession): Promise<Omit<Mail, 'id'>> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const sender = envelope.mailFrom ? envelope.mailFrom.address : '';
  return {
    receivedAt: new Date().toISOString(),
    from: email.from ? written(email.from) : sender,
    to: envelope.rcptTo.map(({ address }) => address),
    subject: email.subject ?? '',
    html: email.html,
    text: email.text,
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? '(no name)',
      type: mimeType,
      bytes: typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength,
    })),
  };
}

function written({ name, address }: Address): string {
  return name ? `${name} <${address ?? ''}>` : (address ?? '');
}
