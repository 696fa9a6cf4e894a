import closeWithGrace from 'close-with-grace';
import { startMailbox } from './mailbox.ts';

const {
  MAILBOX_PORT = '4020',
  SMTP_PORT = '4025',
  MAILBOX_HOST = '127.0.0.1',
  MAILBOX_DATA_DIR,
} = process.env;

const mailbox = await startMailbox({
  port: Number(MAILBOX_PORT),
  smtpPort: Number(SMTP_PORT),
  host: MAILBOX_HOST,
  dataDir: MAILBOX_DATA_DIR,
});
console.log(`Mailbox ${mailbox.url}, SMTP ${mailbox.smtpUrl}`);

closeWithGrace({ delay: 5000 }, () => mailbox.stop());
