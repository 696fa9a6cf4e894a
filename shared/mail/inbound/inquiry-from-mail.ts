import { longest } from '../../../deal/contract/limits.ts';
import type { Inquiry } from '../../../deal/deal.ts';
import type { Language } from '../../../deal/people.ts';
import type { InboundMail } from './inbound-mail.ts';

/** Where a writer probably is, until he says otherwise. */
const likelyZone: Record<Language, string> = { ja: 'Asia/Tokyo', en: 'America/New_York' };
/** Of everybody, so that they name no company. */
const publicProviders =
  /^(gmail|googlemail|outlook|hotmail|live|msn|icloud|me|aol|proton(mail)?|gmx|mail|ymail|yahoo)\.|(^|\.)(docomo\.ne|ezweb\.ne|au|softbank\.ne|i\.softbank|nifty|biglobe\.ne|ocn\.ne)\.(jp|com)$/;

/** The inquiry that a mail to the support address is: who asks, from which company as far as the address tells, and for what. */
export function inquiryFrom({ from, subject, text, attachments }: InboundMail): Inquiry {
  const language = languageOf(`${subject}\n${text}`);
  const name = from.name || (from.email.split('@')[0] ?? from.email);
  const account = accountIn(text);
  return {
    company: companyOf(from.email, name).slice(0, longest.company),
    contact: {
      name: name.slice(0, longest.name),
      email: from.email,
      language,
      timeZone: likelyZone[language],
    },
    message: bounded([subject, text].filter(Boolean).join('\n\n')),
    ...(account && { awsAccountId: account }),
    ...(attachments > 0 && { withoutAttachments: attachments }),
  };
}

/** Japanese is written with kana; other texts are answered in English. */
export const languageOf = (text: string): Language =>
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'ja' : 'en';

/** The domain, where it is a company's own. */
function companyOf(email: string, name: string): string {
  const domain = email.split('@')[1] ?? '';
  return publicProviders.test(domain) ? name : domain;
}

/** The AWS account, where the text names one and no other. */
function accountIn(text: string): string | undefined {
  const found = text.normalize('NFKC').match(/(?<![\d-])(?:\d{12}|\d{4}-\d{4}-\d{4})(?![\d-])/g) ?? [];
  const [only, ...others] = new Set(found.map(each => each.replaceAll('-', '')));
  return others.length === 0 ? only : undefined;
}

/** What is longer stays in the mailbox. */
export const bounded = (text: string): string =>
  text.length <= longest.message ? text : `${text.slice(0, longest.message - 2)}…`;
