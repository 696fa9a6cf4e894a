import { type Deal, signerOf } from '../../../deal/deal.ts';
import { closedStages } from '../../../deal/stages.ts';
import type { Config } from '../../config.ts';
import type { Database } from '../../models/database.ts';
import type { HoldReason } from '../../models/mail/inbound-mail.ts';
import { askedFor } from '../../search/words.ts';
import { dealOfReply } from '../reply-address.ts';
import type { InboundMail } from './inbound-mail.ts';

export interface Finding {
  db: Database;
  config: Config;
}

/** To which deal a mail belongs; to none, so that it opens one; or why only a person can tell. */
export type Addressee = { deal: Deal } | { held: HoldReason; dealId?: string } | 'nobody';

/**
 * The deal to whose own address a mail was sent, or one of whose mails it answers, if its sender is of that deal; else the
 * one open deal of its sender.
 */
export async function addresseeOf(needs: Finding, mail: InboundMail): Promise<Addressee> {
  const { db, config } = needs;
  const dealId = dealOfReply(config, mail.to) ?? (await dealAnswered(db, mail));
  if (!dealId) return openDealOf(db, mail);
  const deal = (await db.deals.findById(dealId, { deal: 1 }).lean())?.deal;
  if (!deal || !isOf(deal, mail)) return { held: 'unknownSender', dealId };
  return deal.closed ? { held: 'dealClosed', dealId } : { deal };
}

async function dealAnswered(db: Database, { answers }: InboundMail): Promise<string | undefined> {
  if (answers.length === 0) return undefined;
  const ours = await db.outbox.findOne({ messageId: { $in: answers }, dealId: { $exists: true } }).lean();
  return ours?.dealId;
}

function isOf(deal: Deal, { from }: InboundMail): boolean {
  const people = [deal.inquiry.contact, signerOf(deal), ...(deal.link ? [deal.link.user] : [])];
  return people.some(({ email }) => email.toLowerCase() === from.email);
}

async function openDealOf(db: Database, { from: { email } }: InboundMail): Promise<Addressee> {
  const of = { $or: [{ 'deal.inquiry.contact.email': email }, { 'deal.signer.email': email }] };
  // The words of the search find the few deals of an address by their index.
  const $and = askedFor(email).every.map(word => ({ words: new RegExp(`^${word}`) }));
  const found = await db.deals
    .find({ $and, stage: { $nin: [...closedStages] }, ...of }, { deal: 1 })
    .limit(2)
    .lean();
  const [only, another] = found;
  if (another) return { held: 'severalDeals' };
  return only ? { deal: only.deal } : 'nobody';
}
