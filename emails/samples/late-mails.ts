import type { Deal } from '../../deal/deal.ts';
import { type NoticeKind, noticeKinds } from '../../deal/term/notices.ts';
import type { Cast } from './cast.ts';
import type { negotiated } from './negotiated.ts';
import type { Posts, Sample } from './posts.ts';
import { afterSale, type sold } from './sold.ts';

/** The moment at which the samples are sent. */
export const sampleNow = '2026-12-28T17:59:59.500Z';

/** From the acceptance to the linked organization. */
export function setUpSamples(
  { person, owner }: Posts,
  { cast, late }: { cast: Cast; late: ReturnType<typeof sold> },
): Record<string, Sample> {
  const { signer, user, colleague } = cast;
  return {
    accepted: owner('accepted', late.accepted),
    'accepted-arrived': owner('accepted', late.arrived),
    'accepted-differs': owner('accepted', late.differs),
    secondPurchase: owner('secondPurchase', late.second),
    'setUpReminder-absent': person('setUpReminder', signer, late.accepted),
    'setUpReminder-left': person('setUpReminder', signer, late.arrived),
    handOver: person('handOver', colleague, late.arrived),
    'confirmation-user': person('confirmation', user, late.active),
    'confirmation-signer': person('confirmation', signer, late.active),
    activatedNotice: owner('activatedNotice', late.active),
    'activatedNotice-moved': owner('activatedNotice', late.movedAndDone),
    'confirmation-moved': person('confirmation', user, late.movedAndDone),
    'linkMoved-user': person('linkMoved', user, late.moved),
    'linkMoved-linked': person('linkMoved', user, late.linked),
    'linkMoved-owner': owner('linkMoved', late.moved),
    'linkMoved-linked-owner': owner('linkMoved', late.linked),
    'linkEnded-signer': person('linkEnded', signer, late.unlinked),
    'linkEnded-withoutSetUp': person('linkEnded', signer, late.unlinkedUnseen),
    'linkEnded-owner': owner('linkEnded', late.unlinked),
  };
}

/** While the term runs, and at its end. */
export function termSamples(
  { person, owner }: Posts,
  { cast, late }: { cast: Cast; late: ReturnType<typeof sold> },
): Record<string, Sample> {
  const { signer, user, inquiry } = cast;
  const term = afterSale(late.active);
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
    'paymentFailed-signer': person('paymentFailed', signer, late.unpaid),
    'paymentFailed-contact': person('paymentFailed', inquiry.contact, late.unpaid),
    'paymentFailed-user': person('paymentFailed', user, late.unpaidInUse),
    'paymentFailed-owner': owner('paymentFailed', late.unpaid),
    ...Object.fromEntries(noticeKinds.map(about => noticeSample(owner, { about, deal: late.active }))),
  };
}

function noticeSample(
  owner: Posts['owner'],
  { about, deal }: { about: NoticeKind; deal: Deal },
): [string, Sample] {
  const detail = about.startsWith('adjustment') ? '-1200.00 USD · INCORRECT_TERMS_ACCEPTED' : '';
  const told = { ...deal, awsNotices: [{ about, detail, at: '2026-12-28T05:00:00.000Z' }] };
  return [`awsNotice-${about}`, { ...owner('awsNotice', told), about }];
}

/** What may keep a deal from going on. */
export function stuckSamples(
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
    'stuckNotice-unaccepted': owner('stuckNotice', late.unaccepted),
    'stuckNotice-withoutLicense': owner('stuckNotice', late.withoutLicense),
  };
}

const justStuck = (deal: Deal): Deal => ({
  ...deal,
  stuck: deal.stuck.map(stuck => ({ ...stuck, since: sampleNow })),
});
