import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { RateLimiterRes } from 'rate-limiter-flexible';
import type { DealInput } from '../../../deal/contract/messages.ts';
import { commandIds } from '../../../deal/keys.ts';
import { counterOf } from '../../limits.ts';
import type { Inbox } from '../../marketplace/inbox.ts';
import { isDuplicateKey } from '../../models/duplicate-key.ts';
import type { HoldReason, InboundMailRecord, InboundState } from '../../models/mail/inbound-mail.ts';
import { policyFrom } from '../../policy-from-config.ts';
import { dealIdFor } from '../../temporal/start-deal.ts';
import { senderOf } from '../sender.ts';
import { type Addressee, addresseeOf, type Finding } from './addressee.ts';
import { answerEmpty } from './answer-empty.ts';
import type { InboundMail } from './inbound-mail.ts';
import { bounded, inquiryFrom } from './inquiry-from-mail.ts';
import { readMail } from './read-mail.ts';

/** What receiving a mail needs. `now` is ISO business time; `open` starts the workflow of a deal, once for its id. */
export interface Receiving extends Finding {
  temporal: Client;
  now: () => string;
  signal: Inbox['signal'];
  open: (input: DealInput) => Promise<void>;
}

export interface ReceivedMail {
  state: InboundState;
  dealId?: string;
  reason?: HoldReason;
}

/**
 * Takes a mail of a person: a message of its deal, or an inquiry that opens one; what only a person can tell is held. Nothing
 * that a program has sent becomes either, so that no two programs answer one another. Once it returns nothing can be lost;
 * the same mail again does nothing new. Throws when MongoDB or Temporal cannot be reached, and is to be given again then.
 */
export async function receiveMail(needs: Receiving, mail: InboundMail): Promise<ReceivedMail> {
  const known = await needs.db.inboundMails.findById(mail.messageId).lean();
  if (known) return known;
  const received = await decide(needs, mail);
  await keep(needs, mail, received);
  return received;
}

/** The same for a mail as it came. Nothing for what is no mail of anybody. What it tells is for logs, too: without words and names. */
export async function receiveSource(needs: Receiving, source: Uint8Array): Promise<ReceivedMail | undefined> {
  const mail = await readMail(source);
  if (!mail) return undefined;
  const { state, dealId, reason } = await receiveMail(needs, mail);
  return { state, ...(dealId && { dealId }), ...(reason && { reason }) };
}

async function decide(needs: Receiving, mail: InboundMail): Promise<ReceivedMail> {
  if (mail.automatic === 'spam') return { state: 'held', reason: 'spam' };
  if (mail.automatic || isOurs(needs, mail)) return { state: 'automatic' };
  const isStaff = await needs.db.staff.exists({ email: mail.from.email });
  if (isStaff) return { state: 'held', reason: 'fromStaff' };
  const addressee = await addresseeOf(needs, mail);
  if (mail.text === '' && mail.subject === '') return holdEmpty(needs, { mail, addressee });
  if (addressee === 'nobody') return openInquiry(needs, mail);
  if ('held' in addressee) {
    const { held, dealId } = addressee;
    return { state: 'held', reason: held, ...(dealId && { dealId }) };
  }
  return tellDeal(needs, { mail, dealId: addressee.deal.dealId });
}

/** A mail of ours that has come back to us by a rule of somebody's mailbox. */
function isOurs({ config }: Receiving, { from }: InboundMail): boolean {
  const own = [senderOf(config).address, config.SUPPORT_EMAIL, config.MAIL_BOUNCE_ADDRESS];
  return own.some(address => address.toLowerCase() === from.email);
}

/** There is nothing in it to be a message, so that nobody would ever answer its sender. */
async function holdEmpty(
  needs: Receiving,
  { mail, addressee }: { mail: InboundMail; addressee: Addressee },
): Promise<ReceivedMail> {
  const deal = addressee !== 'nobody' && 'deal' in addressee ? addressee.deal : undefined;
  if (await isWithinLimit(needs, mail)) await answerEmpty(needs, { mail, deal });
  return { state: 'held', reason: 'empty', ...(deal && { dealId: deal.dealId }) };
}

/** The mail becomes a message of the deal. `held` when the deal is over meanwhile. */
export async function tellDeal(
  { now, signal }: Pick<Receiving, 'now' | 'signal'>,
  {
    mail,
    dealId,
  }: { mail: Pick<InboundMail, 'messageId' | 'from' | 'text' | 'subject' | 'attachments'>; dealId: string },
): Promise<ReceivedMail> {
  const { from, attachments } = mail;
  const sent = await signal(dealId, {
    type: 'writeToStaff',
    text: bounded(mail.text || mail.subject),
    via: 'mail',
    ...(attachments > 0 && { withoutAttachments: attachments }),
    commandId: commandIds.mail(idOf(mail)),
    by: { kind: 'buyer', id: from.email, ...(from.name && { name: from.name }) },
    at: now(),
  });
  return sent === 'gone' ? { state: 'held', reason: 'dealClosed', dealId } : { state: 'message', dealId };
}

/** The first contact by mail. As many as by the form: ten an hour from one address, and more than that from nobody. */
async function openInquiry(needs: Receiving, mail: InboundMail): Promise<ReceivedMail> {
  if (!(await isWithinLimit(needs, mail))) return { state: 'held', reason: 'tooMany' };
  return openDealOf(needs, mail);
}

/** Opens a deal with a mail as its inquiry. */
export async function openDealOf(
  { config, now, open }: Pick<Receiving, 'config' | 'now' | 'open'>,
  mail: InboundMail,
): Promise<ReceivedMail> {
  const inquiry = inquiryFrom(mail);
  const commandId = commandIds.mail(idOf(mail));
  const at = now();
  const policy = policyFrom(config, { at, timeZone: inquiry.contact.timeZone });
  const dealId = dealIdFor(commandId);
  await open({ dealId, commandId, at, inquiry, policy, clock: config.clock });
  return { state: 'inquiry', dealId };
}

async function isWithinLimit({ db }: Receiving, { from }: InboundMail): Promise<boolean> {
  const byAddress = counterOf({ db }, { name: 'mailed-inquiries', most: 10, seconds: 3600 });
  const byAll = counterOf({ db }, { name: 'mailed-inquiries-all', most: 60, seconds: 3600 });
  const key = createHash('sha256').update(from.email).digest('base64url');
  try {
    await byAddress.consume(key);
    await byAll.consume('all');
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** Message-IDs may be of any length and hold anything. */
const idOf = ({ messageId }: Pick<InboundMail, 'messageId'>) =>
  createHash('sha256').update(messageId).digest('base64url');

/** The words of a mail that has become a message or an inquiry are in the timeline. */
async function keep({ db, now }: Receiving, mail: InboundMail, received: ReceivedMail): Promise<void> {
  const { messageId, from, subject, text, attachments } = mail;
  const record: InboundMailRecord = {
    _id: messageId,
    receivedAt: new Date(now()),
    from,
    subject,
    ...(received.state === 'held' && { text, attachments }),
    ...received,
  };
  await db.inboundMails.create(record).catch(error => {
    // Another worker has read the same mailbox.
    if (!isDuplicateKey(error)) throw error;
  });
}
