import { oneLine, shorten } from '../../../shared/plain-text.ts';
import type { AccountMail } from '../../account-mail.ts';
import { address, button, paragraph, small } from '../../blocks.ts';
import { momentFor } from '../../facts.ts';
import type { MailContent } from '../../mail.ts';

/** To a new colleague: the link with which he chooses a password and comes in. */
export const staffInvited = (mail: AccountMail<'staffInvited'>) => withLink(mail, 'staffInvited');

/** To somebody of the staff who needs a new password. */
export const staffPassword = (mail: AccountMail<'staffPassword'>) => withLink(mail, 'staffPassword');

function withLink(
  { props, vendor, messages, reader }: AccountMail<'staffInvited' | 'staffPassword'>,
  template: 'staffInvited' | 'staffPassword',
): MailContent {
  const words = messages.mails[template];
  const { by, linkUrl, goodForDays, expiresAt } = props;
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader(goodForDays),
    body: [
      paragraph(words.intro(oneLine(by), vendor.name)),
      button(words.button, linkUrl),
      paragraph(words.validity(goodForDays, momentFor({ reader, messages }, expiresAt))),
      address(messages.mails.linkFallback, linkUrl),
      small(words.notYou),
    ],
  };
}
