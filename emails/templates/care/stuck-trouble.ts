import { currentOffer, signerOf } from '../../../deal/deal.ts';
import { stepOf } from '../../../deal/keys.ts';
import { distinct } from '../../../deal/mails/mails.ts';
import type { Person } from '../../../deal/people.ts';
import type { Stuck } from '../../../deal/stuck.ts';
import { given, type Row } from '../../blocks.ts';
import {
  agreementIn,
  differenceLines,
  momentFor,
  momentLines,
  productText,
  registrationIn,
} from '../../facts.ts';
import { setUpUrl } from '../../links.ts';
import type { DealMail } from '../../mail.ts';
import { signerRow } from '../../rows.ts';

/** One reason for which a deal waits: what it means, what is known of it, and what would cure it. */
export interface Trouble {
  reason: string;
  about?: string;
  rows: Row[];
  cure: string;
}

export function troubleOf(mail: DealMail, stuck: Stuck): Trouble {
  const { deal, mails } = mail.messages;
  const addressee = mailRows(mail, stuck);
  // Whatever has kept a mail from somebody, another address or another try will cure it.
  const cure = addressee.length > 0 ? 'changeContact' : stuck.cure;
  const usual = {
    reason: deal.stuck[stuck.reason],
    rows: [...addressee, ...usualRows(mail, stuck)],
    cure: isHandOver(mail, stuck) ? mails.stuckNotice.handOverCure : mails.stuckNotice.cures[cure],
  };
  if (stuck.reason === 'buyerAbsent') return { ...usual, ...absentBuyer(mail) };
  if (stuck.reason === 'agreementMissing') return { ...usual, ...missingAgreement(mail) };
  const awaitsLicense = stuck.step === 'license' && stuck.reason === 'entitlementsMissing';
  return awaitsLicense ? { ...usual, ...missingLicense(mail) } : usual;
}

function usualRows(mail: DealMail, { since, reason, detail }: Stuck): Row[] {
  const { labels } = mail.messages.mails;
  const known = reason === 'agreementDiffers' ? differenceLines(mail) : [];
  const lines = known.length > 0 ? known : detail.split('\n');
  const outside: Row[] = detail ? [[labels.awsSays, ...lines]] : [];
  return [[labels.since, ...momentLines(mail, since)], ...outside];
}

/** To whom the mails of this step were to go. */
function mailRows({ deal, messages }: DealMail, { reason, step }: Stuck): Row[] {
  if (reason !== 'mailBounced' && reason !== 'mailNotSent') return [];
  const { labels, values } = messages.mails;
  const lines = deal.mails
    .filter(mail => step === stepOf(mail))
    .flatMap(({ reader }) => (reader.to === 'person' ? [values.person(reader)] : []));
  return lines.length > 0 ? [[labels.mailedTo, ...new Set(lines)]] : [];
}

/** A colleague is known from his mail alone: there is no contact to change. */
function isHandOver({ deal }: DealMail, stuck: Stuck): boolean {
  return deal.mails.some(mail => mail.template === 'handOver' && stepOf(mail) === stuck.step);
}

/** The buyer has paid, and somebody must call him: whom, and what to help with. */
function absentBuyer(mail: DealMail): Pick<Trouble, 'reason' | 'about' | 'rows'> {
  const { deal, messages, now } = mail;
  const { labels, stuckNotice } = messages.mails;
  const words = stuckNotice.absent;
  const { acceptedAt } = agreementIn(deal);
  const came = deal.registration;
  return {
    reason: words.reason,
    about: words.about(Math.floor((Date.parse(now) - Date.parse(acceptedAt)) / 86_400_000)),
    rows: [
      ...buyerRows(mail),
      [labels.acceptedAt, ...momentLines(mail, acceptedAt)],
      [labels.progress, came ? words.cameAt(momentFor(mail, came.at)) : words.neverCame],
      [labels.help, ...helpLines(mail)],
    ],
  };
}

/** Whom to call, and which hours to keep. */
function buyerRows({ deal, messages }: DealMail): Row[] {
  const { labels, values, stuckNotice } = messages.mails;
  const [signer, contact] = distinct([signerOf(deal), deal.inquiry.contact]);
  const row = (label: string, person: Person): Row => [
    label,
    values.person(person),
    stuckNotice.absent.zone(person.timeZone),
  ];
  return given([signer && row(labels.signer, signer), contact && row(labels.contact, contact)]);
}

function helpLines(mail: DealMail): string[] {
  const { deal, messages, vendor } = mail;
  const { help } = messages.mails.stuckNotice.absent;
  if (deal.registration) return [help.leftHalfWay, setUpUrl(vendor, deal.registration.setupSessionId)];
  return [help.neverCame({ account: agreementIn(deal).awsAccountId, product: productText(mail) })];
}

/** Somebody came as if he had bought, and AWS knows nothing of it. */
function missingAgreement(mail: DealMail): Pick<Trouble, 'reason' | 'about' | 'rows' | 'cure'> {
  const { labels, stuckNotice } = mail.messages.mails;
  const { reason, about, cure } = stuckNotice.unaccepted;
  const { at, awsAccountId } = registrationIn(mail.deal);
  const offer = currentOffer(mail.deal);
  return {
    reason,
    about: about(momentFor(mail, at)),
    rows: given<Row>([
      [labels.accounts, awsAccountId],
      offer && [labels.offerId, offer.offerId],
      signerRow(mail),
    ]),
    cure,
  };
}

/** The organization is chosen, and AWS does not say what it may use. */
function missingLicense(mail: DealMail): Partial<Trouble> {
  const { labels, stuckNotice } = mail.messages.mails;
  const { reason, about, cure } = stuckNotice.license;
  const { link } = mail.deal;
  // Support may have ended it meanwhile.
  if (!link) return {};
  const { organizationName: organization, requestedAt } = link;
  const { agreementId, awsAccountId } = agreementIn(mail.deal);
  return {
    reason,
    about: about({ organization, moment: momentFor(mail, requestedAt) }),
    rows: [
      [labels.agreementId, agreementId],
      [labels.billedAccount, awsAccountId],
    ],
    cure,
  };
}
