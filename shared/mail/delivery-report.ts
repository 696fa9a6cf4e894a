import PostalMime, { type Email } from 'postal-mime';
import { canonicalEmail, isEmail } from '../../deal/contract/email.ts';
import { isComplaint, type MailReport, messageIdFrom, outcomeOf, wordsOf } from './mail-report.ts';
import { statusIn } from './refusal.ts';

/** The fields of one block of headers by their names in lower case. */
type Fields = Map<string, string>;

const returned = /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/;
const statuses = /^message\/(global-)?delivery-status$/;

/**
 * What a mail server (RFC 3464) or a mailbox provider (RFC 5965) reports by mail about mails of ours: one report for
 * each reader, none when all is well. Nothing for any other mail, such as one a person wrote, and for a report that does
 * not say what it is about.
 */
export async function readDeliveryReport(raw: Uint8Array): Promise<MailReport[] | undefined> {
  const email = await parse(raw);
  if (!email || !isReport(email)) return undefined;
  const feedback = textOf(email, /^message\/feedback-report$/);
  if (feedback !== undefined) return complaintsIn(feedback, email);
  const status = textOf(email, statuses);
  return status === undefined ? undefined : bouncesIn(status, email);
}

/** A mail that cannot be read is no report. */
async function parse(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' });
  } catch {
    return undefined;
  }
}

/** Somebody may forward a report to us and write something about it. */
function isReport({ headers }: Email): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value ?? '';
  return /^\s*multipart\/report\b/i.test(type);
}

function textOf({ attachments }: Email, type: RegExp): string | undefined {
  const content = attachments.find(({ mimeType }) => type.test(mimeType))?.content;
  return typeof content === 'string' ? content : undefined;
}

function bouncesIn(text: string, email: Email): MailReport[] | undefined {
  const blocks = blocksIn(text);
  const messageId = originalId({ email, blocks });
  const bounces = blocks.map(fields => bounceIn(fields, messageId)).filter(each => each !== undefined);
  return bounces.length > 0 ? bounces.flat() : undefined;
}

/** What one block says: nothing at all, or that the mail has arrived, or why it has not. */
function bounceIn(fields: Fields, messageId: string | undefined): MailReport[] | undefined {
  const outcome = outcomeOf({
    action: fields.get('action') ?? '',
    status: statusOf(fields),
    words: fields.get('diagnostic-code') ?? '',
  });
  if (outcome === undefined || outcome === 'arrived') return outcome && [];
  const last = addressIn(fields.get('final-recipient'));
  const first = addressIn(fields.get('original-recipient')) ?? last;
  // A list or a forwarding passed it on to somebody else, which says nothing about the address we know.
  const isOther = outcome === 'badAddress' && last?.toLowerCase() !== first?.toLowerCase();
  const mail = about({ messageId, email: first });
  const bounce = { outcome: isOther ? 'notDelivered' : outcome, detail: detailOf(fields) } as const;
  return mail && [{ kind: 'bounce', ...mail, ...bounce }];
}

function complaintsIn(text: string, email: Email): MailReport[] | undefined {
  const [fields = new Map<string, string>()] = blocksIn(text);
  if (!isComplaint(fields.get('feedback-type') ?? '')) return [];
  const messageId = originalId({ email, blocks: [fields] });
  const mail = about({ messageId, email: addressIn(fields.get('original-rcpt-to')) });
  return mail && [{ kind: 'complaint', ...mail }];
}

/** Which mail it is about; nothing when the report names neither mail nor reader. */
function about({ messageId, email }: { messageId: string | undefined; email: string | undefined }) {
  return messageId || email ? { ...(messageId && { messageId }), ...(email && { email }) } : undefined;
}

/** Our own Message-ID, also when Gmail's SMTP relay has replaced it, or where only the report's own headers name it. */
function originalId({ email, blocks }: { email: Email; blocks: Fields[] }): string | undefined {
  const [headers] = blocksIn(textOf(email, returned) ?? '');
  const given = [
    headers?.get('x-google-original-message-id'),
    headers?.get('message-id'),
    ...blocks.map(fields => fields.get('x-original-message-id')),
    email.inReplyTo,
  ];
  return given.map(messageIdFrom).find(id => id !== undefined);
}

/** Some servers write 5.0.0 and the exact code beside the words. */
function statusOf(fields: Fields): string {
  const status = fields.get('status') ?? '';
  const isVague = status === '' || status.startsWith('5.0.0');
  return (isVague && statusIn(fields.get('diagnostic-code') ?? '')) || status;
}

function detailOf(fields: Fields): string {
  const words = wordsOf(fields.get('diagnostic-code') ?? '');
  return words || fields.get('status') || fields.get('action') || '';
}

/** The address in `rfc822; somebody@example.com`; nothing for an address of another kind, or none. */
function addressIn(field = ''): string | undefined {
  const address = canonicalEmail(field.replace(/^\s*(rfc822|utf-8)\s*;/i, ''));
  return isEmail(address) ? address : undefined;
}

/** Blocks of headers with blank lines between them; folded lines are joined. The first of two fields counts. */
function blocksIn(text: string): Fields[] {
  const blocks = text.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/);
  return blocks.map(block => {
    const fields: Fields = new Map();
    for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
      const [, name, value] = /^([\w-]+)[ \t]*:(.*)$/.exec(line) ?? [];
      if (name && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), (value ?? '').trim());
    }
    return fields;
  });
}
