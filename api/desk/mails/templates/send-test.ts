import type { Language } from '../../../../deal/people.ts';
import type { Mail } from '../../../../emails/mail.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { startAccountMail } from '../../../../shared/mail/account-mail.ts';
import type { OutboxMail } from '../../../../shared/models/outbox.ts';
import type { Deps } from '../../../deps.ts';
import type { StaffMember } from '../../staff.ts';

/**
 * Sends a sample to whoever asks for it, on the same way as every mail. The same nonce sends it once.
 * Gives its id in the log. Throws the Problem temporalUnavailable; the same can be asked for again then.
 */
export async function sendTest(
  deps: Deps,
  asked: {
    template: OutboxMail['template'];
    language: Language;
    mail: Mail;
    staff: StaffMember;
    nonce: string;
  },
): Promise<string> {
  const { template, language, mail, staff, nonce } = asked;
  const key = `test:${staff.staffId}:${nonce}`;
  const subject = messagesIn(language).mailLog.templates.testSubject(mail.subject);
  const fresh: Omit<OutboxMail, 'key' | 'attempts'> = {
    template,
    to: { name: staff.name, email: staff.email, language },
    subject,
    sample: { ...mail, subject },
    state: 'queued',
    createdAt: new Date(deps.now()),
  };
  const row = await deps.db.outbox
    .findOneAndUpdate({ key }, { $setOnInsert: fresh }, { upsert: true, returnDocument: 'after' })
    .lean();
  await startAccountMail(deps, row);
  return String(row._id);
}
