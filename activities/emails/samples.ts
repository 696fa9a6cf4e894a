// The desk shows these as previews, and sends them as tests: each is what renderMail asks for but the vendor, the links
// and the moment, which is `sampleNow` for all. A name begins with its template; the rest of it tells the mails of one
// template apart.
import type { Deal } from '../../shared/deal/deal.ts';
import type { AgreementChange, MailTemplate, Reader } from '../../shared/deal/mails.ts';
import type { Language } from '../../shared/deal/people.ts';
import type { AccountMailProps } from '../../shared/models/outbox.ts';
import type { Recipient } from './reader.ts';
import { type Cast, casts } from './samples/cast.ts';
import { negotiated } from './samples/negotiated.ts';
import { offeredAnd } from './samples/offered.ts';
import { afterSale, sold } from './samples/sold.ts';

export { casts } from './samples/cast.ts';

/** A mail as it could go out. */
export interface Sample {
  template: MailTemplate;
  to: Reader['to'];
  recipient: Recipient;
  change?: AgreementChange;
  deal: Deal;
}

/** The moment at which the samples are sent. */
export const sampleNow = '2026-12-28T17:59:59.500Z';

/** Every template, and every reader and case for which it has different words, in one language. */
export function samplesIn(language: Language): Record<string, Sample> {
  const cast = casts[language];
  const posts = postsTo(cast, language);
  const early = negotiated(cast);
  const late = sold(cast, early.offered);
  return {
    ...negotiationSamples(posts, early),
    ...offerSamples(posts, { cast, offered: early.offered }),
    ...setUpSamples(posts, { cast, late }),
    ...termSamples(posts, { cast, active: late.active }),
    ...stuckSamples(posts, { early, late, bounced: offeredAnd(cast, early.offered).bounced }),
  };
}

type Posts = ReturnType<typeof postsTo>;

/** A mail to each kind of reader. */
function postsTo(cast: Cast, language: Language) {
  const staff = (to: Exclude<Reader['to'], 'person'>, recipient: Recipient) => {
    return (template: MailTemplate, deal: Deal): Sample => ({ template, to, recipient, deal });
  };
  return {
    person: (
      template: MailTemplate,
      { name, email }: { name: string; email: string },
      deal: Deal,
    ): Sample => ({
      template,
      to: 'person',
      recipient: { name, email, language },
      deal,
    }),
    owner: staff('owner', cast.owner),
    lead: staff('lead', cast.lead),
    approver: staff('approvers', cast.approver),
  };
}

function negotiationSamples({ person, owner, lead, approver }: Posts, early: ReturnType<typeof negotiated>) {
  const { asked, owned, proposed, approving } = early;
  return {
    inquiryReceived: person('inquiryReceived', asked.inquiry.contact, asked),
    inquiryNotice: owner('inquiryNotice', asked),
    answerOverdue: owner('answerOverdue', asked),
    'answerOverdue-lead': lead('answerOverdue', owned),
    'answerOverdue-lead-unowned': lead('answerOverdue', asked),
    negotiationIdle: owner('negotiationIdle', proposed),
    approvalRequested: approver('approvalRequested', approving),
    'approvalOverdue-approver': approver('approvalOverdue', approving),
    'approvalOverdue-owner': owner('approvalOverdue', approving),
    'approvalOverdue-lead': lead('approvalOverdue', approving),
    'approvalDecided-approved': owner('approvalDecided', early.approved),
    'approvalDecided-rejected': owner('approvalDecided', early.rejected),
  };
}

function offerSamples(
  { person, owner, lead }: Posts,
  { cast, offered }: { cast: Cast; offered: Deal },
): Record<string, Sample> {
  const after = offeredAnd(cast, offered);
  const { signer, inquiry } = cast;
  return {
    offer: person('offer', signer, offered),
    offerUnread: owner('offerUnread', offered),
    offerExtended: person('offerExtended', signer, after.extended),
    'offerExpiring-signer': person('offerExpiring', signer, offered),
    'offerExpiring-signer-lastHours': person('offerExpiring', signer, after.lastHours),
    'offerExpiring-contact': person('offerExpiring', inquiry.contact, offered),
    'offerExpiring-contact-lastHours': person('offerExpiring', inquiry.contact, after.lastHours),
    offerExpired: owner('offerExpired', after.expired),
    'offerWithdrawn-withdrawn': person('offerWithdrawn', signer, after.withdrawn),
    'offerWithdrawn-declined': person('offerWithdrawn', signer, after.declined),
    'buyerRequest-change': owner('buyerRequest', after.change),
    'buyerRequest-change-overdue': owner('buyerRequest', after.changeOverdue),
    'buyerRequest-change-lead': lead('buyerRequest', after.changeOverdue),
    'buyerRequest-moreTime': owner('buyerRequest', after.moreTime),
    'buyerRequest-moreTime-overdue': owner('buyerRequest', after.moreTimeOverdue),
    'buyerRequest-moreTime-lead': lead('buyerRequest', after.moreTimeOverdue),
    offerDeclined: owner('offerDeclined', after.declining),
  };
}

function setUpSamples(
  { person, owner }: Posts,
  { cast, late }: { cast: Cast; late: ReturnType<typeof sold> },
): Record<string, Sample> {
  const { signer, user, colleague } = cast;
  return {
    accepted: owner('accepted', late.accepted),
    'accepted-arrived': owner('accepted', late.arrived),
    'accepted-differs': owner('accepted', late.differs),
    'setUpReminder-absent': person('setUpReminder', signer, late.accepted),
    'setUpReminder-left': person('setUpReminder', signer, late.arrived),
    handOver: person('handOver', colleague, late.arrived),
    'confirmation-user': person('confirmation', user, late.active),
    'confirmation-signer': person('confirmation', signer, late.active),
    activatedNotice: owner('activatedNotice', late.active),
  };
}

function termSamples(
  { person, owner }: Posts,
  { cast, active }: { cast: Cast; active: Deal },
): Record<string, Sample> {
  const { signer, user } = cast;
  const term = afterSale(active);
  const changes = (['amended', 'renewed', 'replaced'] as const).flatMap(change => [
    [`agreementChanged-${change}-user`, { ...person('agreementChanged', user, term[change]), change }],
    [`agreementChanged-${change}-owner`, { ...owner('agreementChanged', term[change]), change }],
  ]);
  const ends = Object.entries(term.ended).flatMap(([why, deal]) => [
    [`accessEnded-${why}-user`, person('accessEnded', user, deal)],
    [`accessEnded-${why}-signer`, person('accessEnded', signer, deal)],
    [`accessEnded-${why}-owner`, owner('accessEnded', deal)],
  ]);
  return {
    ...Object.fromEntries(changes),
    'termEnding-ends-signer': person('termEnding', signer, term.ends),
    'termEnding-ends-owner': owner('termEnding', term.ends),
    'termEnding-renews-signer': person('termEnding', signer, term.renews),
    'termEnding-renews-owner': owner('termEnding', term.renews),
    ...Object.fromEntries(ends),
  };
}

function stuckSamples(
  { owner }: Posts,
  {
    early,
    late,
    bounced,
  }: { early: ReturnType<typeof negotiated>; late: ReturnType<typeof sold>; bounced: Deal },
): Record<string, Sample> {
  return {
    'stuckNotice-first': owner('stuckNotice', justStuck(early.refused)),
    'stuckNotice-still': owner('stuckNotice', early.refused),
    'stuckNotice-bounced': owner('stuckNotice', bounced),
    'stuckNotice-neverCame': owner('stuckNotice', late.neverCame),
    'stuckNotice-leftHalfWay': owner('stuckNotice', late.leftHalfWay),
    'stuckNotice-withoutLicense': owner('stuckNotice', late.withoutLicense),
  };
}

const justStuck = (deal: Deal): Deal => ({
  ...deal,
  stuck: deal.stuck.map(stuck => ({ ...stuck, since: sampleNow })),
});

/** The mails about accounts, for the same people. Their links open nothing: no such token was ever given out. */
export function accountSamplesIn(language: Language, publicUrl = 'http://localhost:3000'): AccountMailProps {
  const { name } = casts[language].user;
  return {
    emailVerification: {
      name,
      verifyUrl: `${publicUrl}/verify/example-token`,
      expiresAt: '2026-12-29T23:59:59.000Z',
    },
    verificationReminder: {
      name,
      verifyUrl: `${publicUrl}/verify/example-token`,
      expiresAt: '2026-12-29T23:59:59.000Z',
    },
    accountExists: { name, signInUrl: `${publicUrl}/sign-in` },
    webhookPaused: {
      name: casts[language].owner.name,
      timeZone: 'Asia/Tokyo',
      pausedAt: '2026-12-28T02:00:00.000Z',
      pausedFor: 'failing',
      pageUrl: `${publicUrl}/desk/webhooks`,
    },
  };
}
