import type { MailTemplate } from '../../../deal/mails/mails.ts';
import { type Language, languages } from '../../../deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { textsIn } from '../html.ts';
import type { Mail } from '../mails.ts';

/** More days, or hours, than a reminder ever counts. */
const most = 10_000;

/** Which mail of a deal this is, by its heading; nothing for a mail about an account. */
export function templateOf(mail: Pick<Mail, 'html'>): MailTemplate | undefined {
  return titles.get(textsIn(mail.html, 'h1')[0] ?? '');
}

const titles = new Map(languages.flatMap(titlesIn));

function titlesIn(language: Language): [string, MailTemplate][] {
  const { mails, desk } = messagesIn(language);
  const templates = Object.keys(desk.mails) as MailTemplate[];
  return templates.flatMap(template =>
    titlesOf(mails[template]).map((title): [string, MailTemplate] => [title, template]),
  );
}

/** Every `title` of a mail's words, whichever variant of the mail it belongs to. */
function titlesOf(words: unknown): string[] {
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, value]) => {
    if (name === 'title') return textsOf(value);
    return titlesOf(typeof value === 'function' && name === 'still' ? value(1) : value);
  });
}

function textsOf(title: unknown): string[] {
  if (typeof title === 'string') return [title];
  if (typeof title === 'function') return Array.from({ length: most }, (_, left) => String(title(left)));
  return Object.values(title ?? {}).flatMap(textsOf);
}
