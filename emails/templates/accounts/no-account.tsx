import type { AccountMail } from '../../account-mail.ts';
import { Button } from '../../layout/blocks.tsx';
import { Paragraph, Small } from '../../layout/parts.tsx';
import { linkLine } from '../../layout/text.ts';
import type { MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** In place of the link for a new password: the page tells nobody that there is no account, and its reader must not wait. */
export function noAccount({ props, vendor, messages, reader }: AccountMail<'noAccount'>): MailContent {
  const words = messages.mails.noAccount;
  const intro = words.intro(reader.email);
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader,
    opening: words.opening(vendor.name),
    html: (
      <>
        <Paragraph>{intro}</Paragraph>
        <Paragraph>{words.next}</Paragraph>
        <Button href={props.signInUrl}>{words.button}</Button>
        <Small>{words.notYou}</Small>
      </>
    ),
    text: [intro, words.next, linkLine(words.button, props.signInUrl), words.notYou],
  };
}
