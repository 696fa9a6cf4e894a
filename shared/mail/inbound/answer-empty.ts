import { createHash } from 'node:crypto';
import type { Deal } from '../../../deal/deal.ts';
import type { Language } from '../../../deal/people.ts';
import { type AccountMailing, sendAccountMail } from '../account-mail.ts';
import type { InboundMail } from './inbound-mail.ts';
import { languageOf } from './inquiry-from-mail.ts';

/**
 * Says to whoever has sent nothing but files that we have none of them. Once a day at most, so that nothing goes back and
 * forth with a program that takes itself for a person. It repeats nothing of his: anybody can write in another's name.
 */
export async function answerEmpty(
  needs: AccountMailing,
  { mail: { from, attachments }, deal }: { mail: InboundMail; deal?: Deal | undefined },
): Promise<void> {
  const name = from.name || (from.email.split('@')[0] ?? '');
  const address = createHash('sha256').update(from.email).digest('base64url');
  await sendAccountMail(needs, {
    key: `empty-mail:${address}:${needs.now().slice(0, 10)}`,
    template: 'emptyMail',
    to: { name, email: from.email, language: languageFor(from, deal) },
    props: { name, files: attachments },
  });
}

/** As the deal has it; else there are a name and an address to guess by. */
function languageFor({ name, email }: InboundMail['from'], deal?: Deal): Language {
  const people = deal ? [deal.inquiry.contact, deal.signer] : [];
  const known = people.find(person => person?.email.toLowerCase() === email);
  const isJapanese = /\p{Script=Han}/u.test(name) || /\.jp$/.test(email);
  return known?.language ?? (isJapanese ? 'ja' : languageOf(name));
}
