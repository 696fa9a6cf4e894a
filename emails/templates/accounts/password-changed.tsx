import type { AccountMail } from '../../account-mail.ts';
import { momentFor } from '../../facts.ts';
import { Button } from '../../layout/blocks.tsx';
import { Paragraph } from '../../layout/parts.tsx';
import { linkLine } from '../../layout/text.ts';
import type { MailContent } from '../../mail.ts';
import { shorten } from '../../reader.ts';

/** After a forgotten password was replaced: whoever did not do it himself learns of it, and what to do. */
export function passwordChanged({
  props: { changedAt, forgottenUrl },
  vendor,
  messages,
  reader,
}: AccountMail<'passwordChanged'>): MailContent {
  const words = messages.mails.passwordChanged;
  const moment = momentFor({ reader, messages }, changedAt);
  const said = [words.intro(moment), words.next, words.notYou(vendor.supportEmail)];
  return {
    subject: words.subject(shorten(vendor.name, 40)),
    title: words.title,
    preheader: words.preheader(moment),
    opening: words.opening(vendor.name),
    html: (
      <>
        {said.map(each => (
          <Paragraph>{each}</Paragraph>
        ))}
        <Button href={forgottenUrl}>{words.button}</Button>
      </>
    ),
    text: [...said, linkLine(words.button, forgottenUrl)],
  };
}
