import type { AccountMail } from '../../account-mail.ts';
import { Button } from '../../layout/blocks.tsx';
import { Paragraph, Small } from '../../layout/parts.tsx';
import { linkLine } from '../../layout/text.ts';
import type { MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** Sent in place of the verification to an address that is known, so that the page need not tell which it is. */
export function accountExists({ props, vendor, messages }: AccountMail<'accountExists'>): MailContent {
  const words = messages.mails.accountExists;
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader,
    opening: words.opening(vendor.name),
    html: (
      <>
        <Paragraph>{words.intro}</Paragraph>
        <Button href={props.signInUrl}>{words.button}</Button>
        <Small>{words.notYou}</Small>
      </>
    ),
    text: [words.intro, linkLine(words.button, props.signInUrl), words.notYou],
  };
}
