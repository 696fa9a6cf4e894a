import type { AccountMail } from '../../account-mail.ts';
import { momentFor } from '../../facts.ts';
import { Button } from '../../layout/blocks.tsx';
import { Link, Paragraph, Small } from '../../layout/parts.tsx';
import { linkLine } from '../../layout/text.ts';
import type { MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

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
