import { currentOffer, type Deal, signerOf } from '../deal.ts';
import { readdressedKey, stepOf } from '../keys.ts';
import type { Evolution } from '../part.ts';
import type { Person } from '../people.ts';
import { type StuckStep, trouble, withStuck } from '../stuck.ts';
import { type MailRequest, readerOf } from './mails.ts';
import type { MailCommand } from './rules.ts';

export const mailEvolution: Evolution<MailCommand | 'mailsSent'> = {
  changeContact: (deal, { role, person }, { at }) => {
    const former = role === 'signer' ? signerOf(deal) : deal.inquiry.contact;
    const readdressed = { ...deal, replannedAt: at, ...rewritten(deal, { former, person }) };
    return role === 'signer'
      ? { ...readdressed, signer: person }
      : { ...readdressed, inquiry: { ...deal.inquiry, contact: person } };
  },

  // The mail is asked for again; see mails-for.ts.
  resendMail: deal => deal,

  mailBounced: (deal, { mail, detail }, { at }) => {
    // First of those that went out with it: it is the one whose address is wrong.
    const mails = [mail, ...deal.mails.filter(({ key }) => key !== mail.key)];
    return withStuck({ ...deal, mails }, trouble({ step: stepOf(mail), reason: 'mailBounced', detail }), at);
  },

  // One that has come back already waits for a person, although the server had taken it.
  mailsSent: (deal, { keys }, { at }) => ({
    ...deal,
    ...mailed(deal, keys, at),
    mails: deal.mails.filter(mail => !keys.includes(mail.key) || hasBounced(deal, mail)),
  }),
};

/** When the buyer's side was last sent the link to the offer. */
function mailed(deal: Deal, keys: string[], at: string): Partial<Pick<Deal, 'offers'>> {
  const present = currentOffer(deal);
  const isToBuyer = deal.mails.some(({ key, reader }) => keys.includes(key) && reader.to === 'person');
  if (!isToBuyer || !present) return {};
  return { offers: deal.offers.map(offer => (offer === present ? { ...offer, mailedAt: at } : offer)) };
}

/** True for a mail that waits for a person because it, or one that went out with it, came back. */
function hasBounced({ stuck }: Deal, mail: MailRequest): boolean {
  return stuck.some(({ reason, step }) => reason === 'mailBounced' && step === stepOf(mail));
}

/** What could not be sent to the former address goes to the new one at once. */
function rewritten(
  deal: Deal,
  { former, person }: { former: Person; person: Person },
): Pick<Deal, 'mails' | 'stuck'> {
  const isTo = ({ reader }: MailRequest) => reader.to === 'person' && reader.email === former.email;
  const steps: StuckStep[] = deal.mails.filter(isTo).map(stepOf);
  return {
    mails: deal.mails.map(mail =>
      isTo(mail) ? { ...mail, key: readdressedKey(mail.key, deal.seq), reader: readerOf(person) } : mail,
    ),
    stuck: deal.stuck.filter(({ step }) => !steps.includes(step)),
  };
}
