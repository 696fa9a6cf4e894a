import type { AccountMail } from './account-mail.ts';
import { Button } from './blocks.tsx';
import type { MailContent } from './mail.ts';
import { Paragraph, Small } from './parts.tsx';
import { shorten } from './reader.ts';
import { linkLine } from './text.ts';

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
