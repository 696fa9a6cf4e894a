import type { AccountMail } from './account-mail.ts';
import { Button } from './blocks.tsx';
import { momentFor } from './facts.ts';
import type { MailContent } from './mail.ts';
import { Paragraph } from './parts.tsx';
import { shorten } from './reader.ts';
import { linkLine } from './text.ts';

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
