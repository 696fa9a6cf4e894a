import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';

/** The sender as it leaves us, and as a mail program reads it. */
export async function fromHeader({ MAIL_FROM }: { MAIL_FROM: string }) {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({ from: MAIL_FROM, to: 'reader@example.com', text: 'Hello' });
  const bytes = Buffer.from(message as Buffer);
  const { from } = await PostalMime.parse(bytes);
  const written = /^From: (.*)\r?\n/m.exec(bytes.toString())?.[1];
  return { written, name: from?.name, address: from?.address };
}
