import { currentOffer, type Deal } from '../deal.ts';
import { seqOf } from '../keys.ts';
import { buyersYes, isWithBuyer, latestProposal } from '../negotiation/proposals.ts';
import { isUnpaid } from '../offer/again.ts';
import { opensPage, pageLinkOf } from '../page-links/page-links.ts';
import { wantsNone } from '../reminders/readers.ts';
import { awaitedFrom } from '../set-up/awaited.ts';
import { isOver } from '../steps.ts';
import type { MailRequest, MailTemplate, Reader } from './mails.ts';

const hasReleasedOffer = (deal: Deal) => currentOffer(deal)?.state === 'released';
/** The buyer has answered the offer, or nobody can any more. */
const settled = (deal: Deal) => Boolean(deal.agreement || deal.registration || deal.closed || deal.ending);
const canAccept = (deal: Deal) => hasReleasedOffer(deal) && !settled(deal);
const isEnding = (deal: Deal) => (deal.closed ?? deal.ending)?.stage;

const hasAgreement = (deal: Deal) => deal.agreement?.status === 'ACTIVE' && !isOver(deal);

/** What was written is to be answered whatever has become of the offer. */
const isMessage = ({ request }: Deal) => request?.kind === 'message';

/** Whether what a mail says still holds. Mails that are not named here tell of the past, which does not change. */
const conditions: { [T in MailTemplate]?: (deal: Deal) => boolean } = {
  answerOverdue: deal => !deal.answeredAt && !deal.closed,
  negotiationIdle: deal => !hasReleasedOffer(deal) && !settled(deal),
  proposal: deal => isWithBuyer(deal) && !settled(deal),
  proposalReminder: deal => isWithBuyer(deal) && !settled(deal),
  proposalWithdrawn: deal => latestProposal(deal)?.withdrawn !== undefined && !settled(deal),
  proposalAgreed: deal => buyersYes(deal) !== undefined && !settled(deal),
  approvalRequested: deal => deal.approval?.state === 'pending' && !deal.closed,
  approvalOverdue: deal => deal.approval?.state === 'pending' && !deal.closed,
  approvalDecided: deal => deal.approval !== undefined && deal.approval.state !== 'pending',
  offer: canAccept,
  offerUnread: deal => canAccept(deal) && !currentOffer(deal)?.seenAt,
  offerExtended: canAccept,
  offerExpiring: canAccept,
  offerExpired: deal => currentOffer(deal)?.state === 'expired' && !settled(deal),
  offerWithdrawn: deal => !currentOffer(deal) && deal.offers.length > 0 && !deal.agreement,
  buyerRequest: deal => deal.request !== undefined && (isMessage(deal) ? !deal.closed : !settled(deal)),
  offerDeclined: deal => isEnding(deal) === 'declined',
  setUpReminder: deal => awaitedFrom(deal) !== undefined,
  handOver: deal => deal.registration !== undefined && !deal.link && !deal.closed,
  linkMoved: deal => deal.link?.moved !== undefined && !isOver(deal),
  linkEnded: deal => deal.unlinked !== undefined && !isOver(deal),
  agreementChanged: deal => hasAgreement(deal) && deal.link !== undefined,
  termEnding: deal => hasAgreement(deal) && deal.agreement?.endsAt !== undefined,
  // Another mail says so when it ended because it was not paid.
  accessEnded: deal => isOver(deal) && !isUnpaid(deal),
  stuckNotice: deal => deal.stuck.length > 0,
};

/**
 * Whether a mail is still worth sending when its turn comes. A worker may have been away for days, and the buyer may
 * have accepted, declined or finished meanwhile.
 */
export function isStillTrue(deal: Deal, request: Pick<MailRequest, 'template'>): boolean {
  return conditions[request.template]?.(deal) ?? true;
}

const reminders: readonly MailTemplate[] = [
  'proposalReminder',
  'offerExpiring',
  'setUpReminder',
  'termEnding',
];

/** The mails that a buyer can stop without losing the deal. */
export function isBuyerReminder({ template, reader }: Pick<MailRequest, 'template' | 'reader'>): boolean {
  return reader.to === 'person' && reminders.includes(template);
}

/** False for a reminder to somebody who has asked for no more of them, and for a link that was withdrawn meanwhile. */
export function isWanted(deal: Deal, request: Pick<MailRequest, 'template' | 'reader'>): boolean {
  const { reader, template } = request;
  if (template === 'newLink') return reader.to === 'person' && hasOpenLink(deal, reader.email);
  return !(reader.to === 'person' && isBuyerReminder(request) && wantsNone(deal, reader.email));
}

function hasOpenLink(deal: Deal, email: string): boolean {
  const link = pageLinkOf(deal, email);
  return link !== undefined && opensPage(link, link.number);
}

/**
 * True when another mail says the same to the same reader, and later: whoever had no mails for days, because a mail server
 * was away, gets the last of them.
 */
export function isSuperseded({ mails }: Pick<Deal, 'mails'>, request: MailRequest): boolean {
  if (messages.includes(request.template)) return false;
  const isSame = ({ template, reader, change, about }: MailRequest) =>
    template === request.template &&
    change === request.change &&
    about === request.about &&
    isSameReader(reader, request.reader);
  return mails.some(mail => isSame(mail) && seqOf(mail) > seqOf(request));
}

/** Each says something of its own. */
const messages: readonly MailTemplate[] = ['messageToBuyer', 'messageFromBuyer'];

function isSameReader(one: Reader, other: Reader): boolean {
  return one.to === 'person' && other.to === 'person' ? one.email === other.email : one.to === other.to;
}
