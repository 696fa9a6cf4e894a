import type { AccountMail } from './account-mail.ts';
import { Button } from './blocks.tsx';
import { momentFor } from './facts.ts';
import type { MailContent } from './mail.ts';
import { Link, Paragraph, Small } from './parts.tsx';
import { shorten } from './reader.ts';
import { linkLine } from './text.ts';

/** The link with which somebody who has forgotten his password chooses a new one. */
export function passwordReset({
  props,
  vendor,
  messages,
  reader,
}: AccountMail<'passwordReset'>): MailContent {
  const words = messages.mails.passwordReset;
  const { resetUrl, goodForHours, expiresAt } = props;
  const validity = words.validity(goodForHours, momentFor({ reader, messages }, expiresAt));
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader(goodForHours),
    opening: words.opening(vendor.name),
    html: (
      <>
        <Paragraph>{words.intro}</Paragraph>
        <Button href={resetUrl}>{words.button}</Button>
        <Paragraph>{validity}</Paragraph>
        <Small>
          {messages.mails.linkFallback}
          <br />
          <Link href={resetUrl}>{resetUrl}</Link>
        </Small>
        <Small>{words.notYou}</Small>
      </>
    ),
    text: [words.intro, linkLine(words.button, resetUrl), validity, words.notYou],
  };
}
