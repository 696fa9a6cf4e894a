import closeWithGrace from 'close-with-grace';
import { startMailbox } from './mailbox.ts';

const {
  MAILBOX_PORT = '4020',
  SMTP_PORT = '4025',
  MAILBOX_HOST = '127.0.0.1',
  MAILBOX_DATA_DIR,
  MAILBOX_INBOUND_URL,
  MAILBOX_INBOUND_SECRET = '',
  MAILBOX_SUPPORT_ADDRESS = 'support@example.com',
} = process.env;

const mailbox = await startMailbox({
  port: Number(MAILBOX_PORT),
  smtpPort: Number(SMTP_PORT),
  host: MAILBOX_HOST,
  dataDir: MAILBOX_DATA_DIR,
  handover: MAILBOX_INBOUND_URL
    ? { url: MAILBOX_INBOUND_URL, secret: MAILBOX_INBOUND_SECRET, address: MAILBOX_SUPPORT_ADDRESS }
    : undefined,
});
console.log(`Mailbox ${mailbox.url}, SMTP ${mailbox.smtpUrl}`);

closeWithGrace({ delay: 5000 }, () => mailbox.stop());
