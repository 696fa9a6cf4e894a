import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { canonicalEmail, isEmail } from '../../../deal/contract/email.ts';
import { oneLine, withoutHidden } from '../../plain-text.ts';
import { messageIdFrom } from '../mail-report.ts';
import { automaticIn, type HeaderOf } from './automatic.ts';
import type { InboundMail } from './inbound-mail.ts';
import { ownWords } from './own-words.ts';

/** What somebody writes is at the beginning; what he attaches beside it may be of any size. */
export const mostBytesRead = 1024 * 1024;

/** The mail as we read it; nothing for one that cannot be read, or of which nobody is the sender. */
export async function readMail(raw: Uint8Array): Promise<InboundMail | undefined> {
  const beginning = raw.subarray(0, mostBytesRead);
  const email = await PostalMime.parse(beginning, { attachmentEncoding: 'arraybuffer' }).catch(
    () => undefined,
  );
  const sender = canonicalEmail(email?.from?.address ?? '');
  if (!email || !isEmail(sender)) return undefined;
  const header: HeaderOf = name => email.headers.find(({ key }) => key === name)?.value;
  const automatic = automaticIn(header);
  return {
    messageId: messageIdFrom(email.messageId) ?? `<${hashOf(raw)}@without-id.invalid>`,
    from: { name: oneLine(email.from?.name ?? '').slice(0, 100), email: sender },
    to: addressesIn(email, header),
    answers: idsIn(`${email.inReplyTo ?? ''} ${email.references ?? ''}`),
    subject: oneLine(email.subject ?? '').slice(0, 300),
    text: withoutHidden(ownWords(textOf(email))).trim(),
    attachments: email.attachments.filter(isSent).length,
    ...(automatic && { automatic }),
  };
}

const hashOf = (raw: Uint8Array) => createHash('sha256').update(raw).digest('hex').slice(0, 32);

/** Something that its sender has sent along, and no picture within his words or signature of a mail program. */
function isSent({ mimeType, disposition, contentId, related }: Attachment): boolean {
  if (/^application\/(x-)?(pkcs7-signature|pgp-signature|pgp-keys)$/.test(mimeType)) return false;
  // Apple Mail shows every file within the text, a signed form as well as the photograph of one.
  const isShown = related || (disposition === 'inline' && contentId !== undefined);
  return !(isShown && mimeType.startsWith('image/'));
}

/** Plain text where there is some; otherwise what a reader of the HTML sees. */
function textOf({ text, html }: Email): string {
  if (text?.trim()) return text;
  return convert(html ?? '', {
    wordwrap: false,
    limits: { maxInputLength: 500_000, maxDepth: 100 },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'blockquote', format: 'skip' },
    ],
  });
}

/** Where mail servers write for whom they took a mail, beside those whom its sender names. */
const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];

function addressesIn({ to = [], cc = [] }: Email, header: HeaderOf): string[] {
  const named = [...to, ...cc].flatMap(membersOf);
  const told = delivered.flatMap(name => header(name) ?? []);
  return [...named, ...told].map(canonicalEmail).filter(isEmail);
}

const membersOf = ({ address, group }: Address): string[] =>
  group ? group.flatMap(member => member.address ?? []) : [address ?? ''];

const idsIn = (text: string): string[] => (text.match(/<[^\s<>]+@[^\s<>]+>/g) ?? []).slice(0, 50);
