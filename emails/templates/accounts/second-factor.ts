import { oneLine, shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { button, paragraph } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import type { MailContent } from '../../mail.ts';

/** To somebody whose password alone opens the desk again, because an admin has said so. */
export function secondFactorReset(mail: AccountMail<'secondFactorReset'>): MailContent {
  const { props, messages, reader } = mail;
  const moment = momentFor({ reader, messages }, props.at);
  const { secondFactorReset: words } = messages.mails;
  return notice(mail, { words, moment, intro: words.intro(oneLine(props.by), moment) });
}

/** To somebody who came in by a recovery code, or as whom somebody else did. */
export function recoveryCodeUsed(mail: AccountMail<'recoveryCodeUsed'>): MailContent {
  const { props, messages, reader } = mail;
  const moment = momentFor({ reader, messages }, props.at);
  const { recoveryCodeUsed: words } = messages.mails;
  return notice(mail, { words, moment, intro: words.intro(moment, props.left) });
}

interface Said {
  words: Pick<
    AccountMail<'secondFactorReset'>['messages']['mails']['secondFactorReset'],
    'subject' | 'title' | 'preheader' | 'next' | 'notYou' | 'button'
  >;
  moment: string;
  intro: string;
}

function notice(
  { props, vendor }: Pick<AccountMail<'secondFactorReset' | 'recoveryCodeUsed'>, 'props' | 'vendor'>,
  { words, moment, intro }: Said,
): MailContent {
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader(moment),
    body: [
      paragraph(intro),
      paragraph(words.next),
      paragraph(words.notYou),
      button(words.button, props.profileUrl),
    ],
  };
}
