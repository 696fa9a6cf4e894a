import { type Deal, type Proposal, signerProposed, termsOf } from '../../../deal/deal.ts';
import { latestProposal, sentBefore } from '../../../deal/negotiation/proposals.ts';
import { lastMomentOf } from '../../../deal/terms/terms.ts';
import { formatDay } from '../../../shared/i18n/format.ts';
import { changesInWords } from '../../../shared/i18n/terms-text.ts';
import { shorten } from '../../../shared/plain-text.ts';
import { address, button, paragraph, type Row, rows, section, small } from '../../blocks.ts';
import { accountsText, momentFor, momentLines, totalText } from '../../facts.ts';
import { openDeal } from '../../for-staff.ts';
import type { DealMail, MailContent } from '../../mail.ts';
import { signerRow, termsRows } from '../../rows.ts';
import { dealPage } from '../offer/review.ts';

/** Terms for the buyer to agree to, before AWS has an offer: for whoever signs, and whoever asked. */
export function proposal(mail: DealMail): MailContent {
  const { deal, messages, reader, offerPageUrl } = mail;
  const words = messages.mails.proposal;
  const { terms, before } = proposedIn(deal);
  const asked = {
    product: shorten(terms.productTitle, 28),
    day: formatDay(terms.offerExpiresOn, reader.language),
  };
  const { contact } = deal.inquiry;
  // Whoever signs may never have heard of us.
  const isAskedByOther = reader.role === 'signer' && signerProposed(deal).email !== contact.email;
  return {
    subject: before ? words.subjectNew(asked) : words.subject(asked),
    title: before ? words.titleNew : words.title,
    preheader: words.preheader({ total: totalText(mail, terms), accounts: accountsText(terms) }),
    body: [
      paragraph(before ? words.introNew(terms.productTitle) : words.intro(terms.productTitle)),
      isAskedByOther && paragraph(words.asked(contact.name)),
      changesIn(mail),
      section(words.terms, rows(proposalRows(mail))),
      button(words.button, offerPageUrl),
      small(words.next),
      address(messages.mails.linkFallback, offerPageUrl),
    ],
  };
}

/** Its last day comes near and nobody has answered. */
export function proposalReminder(mail: DealMail): MailContent {
  const { deal, messages, offerPageUrl } = mail;
  const words = messages.mails.proposalReminder;
  const { terms } = proposedIn(deal);
  const moment = momentFor(mail, lastMomentOf(terms.offerExpiresOn));
  return {
    subject: words.subject(shorten(terms.productTitle, 28)),
    title: words.title,
    preheader: words.preheader(moment),
    body: [
      paragraph(words.intro({ product: terms.productTitle, moment })),
      button(messages.mails.proposal.button, offerPageUrl),
      rows(proposalRows(mail)),
      address(messages.mails.linkFallback, offerPageUrl),
    ],
  };
}

function changesIn(mail: DealMail) {
  const { deal, messages, reader } = mail;
  const words = messages.mails.proposal;
  const { terms, before } = proposedIn(deal);
  if (!before) return undefined;
  const changes = changesInWords(before, terms, { language: reader.language, messages });
  const changed: Row[] = changes.map(change => [
    change.label,
    words.change({ before: change.before.join(' / '), after: change.after.join(' / ') }),
  ]);
  return section(words.changes, changed.length > 0 ? rows(changed) : paragraph(messages.proposal.noChanges));
}

/** The terms with the last moment at which they can be agreed to, and who would accept them. */
export function proposalRows(mail: DealMail): Row[] {
  const { terms } = proposedIn(mail.deal);
  const validUntil = momentLines(mail, lastMomentOf(terms.offerExpiresOn));
  return [
    [mail.messages.mails.proposal.validUntil, ...validUntil],
    ...termsRows(mail, terms),
    signerRow(mail, signerProposed(mail.deal)),
  ];
}

/** The buyer can no longer agree to what he was sent. */
export function proposalWithdrawn(mail: DealMail): MailContent {
  const words = mail.messages.mails.proposalWithdrawn;
  const { productTitle } = proposedIn(mail.deal).terms;
  return {
    subject: words.subject(shorten(productTitle, 40)),
    title: words.title,
    preheader: words.preheader,
    body: [paragraph(words.intro(productTitle)), dealPage(mail, words.page)],
  };
}

/** The buyer has said yes, for the owner. */
export function proposalAgreed(mail: DealMail): MailContent {
  const { deal, messages } = mail;
  const words = messages.mails.proposalAgreed;
  const { company } = deal.inquiry;
  const { agreed, version } = sentIn(deal);
  const { terms } = proposedIn(deal);
  const moment = momentFor(mail, agreed?.at ?? deal.updatedAt);
  return {
    subject: words.subject({ company: shorten(company, 40), total: totalText(mail, terms) }),
    title: words.title,
    preheader: words.preheader,
    body: [
      paragraph(words.intro({ name: agreed?.name ?? '', company, version, moment })),
      paragraph(words.next),
      openDeal(mail),
      rows(proposalRows(mail)),
    ],
  };
}

/** The proposal that a mail is about, with its terms and those that the buyer was sent before it. */
function proposedIn(deal: Deal) {
  const sent = sentIn(deal);
  return { terms: termsOf(deal, sent.version).terms, before: sentBefore(deal, sent)?.terms };
}

function sentIn(deal: Deal): Proposal {
  const sent = latestProposal(deal);
  if (!sent) throw new RangeError(`deal ${deal.dealId} has no proposal to write about`);
  return sent;
}
