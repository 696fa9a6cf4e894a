import type { MailView } from '../../../../api/desk/mails/mail-view.ts';
import type { LoggedMail } from '../../../../api/desk/mails/view.ts';
import type { Language } from '../../../../deal/people.ts';
import { deskContextIn, staff } from '../desk-views.ts';
import { samples } from '../sample-deals.ts';

/** Text that would break out of HTML if it were not escaped. */
export const evil = '</iframe><script>alert(1)</script>"';

export function mailWith(change: Partial<LoggedMail> = {}): LoggedMail {
  const to = { name: `Hanako ${evil}`, email: 'hanako@aozora.example', language: 'ja' } as const;
  return {
    id: '0123456789abcdef01234567',
    key: 'k3v9q0t2xw:1:inquiryReceived:0',
    dealId: 'k3v9q0t2xw',
    template: 'inquiryReceived',
    request: { key: '1:inquiryReceived:0', template: 'inquiryReceived', reader: { to: 'person', ...to } },
    to,
    subject: `Subject ${evil}`,
    html: `<p>${evil}</p>`,
    text: evil,
    state: 'sent',
    attempts: 1,
    messageId: '<0123456789@example.com>',
    createdAt: new Date('2026-11-20T01:00:00.000Z'),
    sentAt: new Date('2026-11-20T01:00:05.000Z'),
    ...change,
  };
}

export function mailView(lang: Language, change: Partial<MailView> & { sample?: string } = {}): MailView {
  const { sample = 'offered', ...rest } = change;
  return {
    context: deskContextIn(lang, staff),
    mail: mailWith(),
    from: 'Offerdesk <offers@example.com>',
    deal: samples[sample]?.deal,
    isBad: false,
    ...rest,
  };
}
