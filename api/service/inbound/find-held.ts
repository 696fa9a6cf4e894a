import type { Database } from '../../../shared/models/database.ts';
import type { InboundMailRecord } from '../../../shared/models/mail/inbound-mail.ts';

/** As many as anybody works off before he looks again. */
const most = 50;

/** Mails to support that wait for somebody to look at them, newest first. */
export const findHeld = ({ inboundMails }: Pick<Database, 'inboundMails'>): Promise<InboundMailRecord[]> =>
  inboundMails.find({ state: 'held' }).sort({ receivedAt: -1 }).limit(most).lean();
