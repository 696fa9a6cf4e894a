import { isNear } from '../calendar/human-hours.ts';
import type { AgreementNotice } from '../commands.ts';
import { currentOffer, type Deal, signerOf } from '../deal.ts';
import type { Entry, EventOf, EventType } from '../events.ts';
import type { Person } from '../people.ts';
import { hasEdition } from '../policy.ts';
import type { Deadline } from '../reminders/deadline.ts';
import { deadlines } from '../reminders/deadlines.ts';
import { buyersReminded, distinct, wasRemindedOn } from '../reminders/readers.ts';
import { isOver } from '../steps.ts';
import { lastMomentOf } from '../terms/terms.ts';
import {
  type AgreementChange,
  type MailRequest,
  type MailTemplate,
  type Reader,
  readerOf,
  stepOf,
} from './mails.ts';

/** A deal before and after one entry. */
export interface Change {
  before: Deal;
  after: Deal;
  entry: Entry;
}
type Post = Omit<MailRequest, 'key'>;
type PostsFor<T extends EventType> = (change: Change, event: EventOf<T>) => Post[];

const owner: Reader = { to: 'owner' };
const lead: Reader = { to: 'lead' };
const approvers: Reader = { to: 'approvers' };
const toOwner = (template: MailTemplate): Post => ({ template, reader: owner });
const toPeople = (template: MailTemplate, people: Person[]): Post[] =>
  distinct(people).map(person => ({ template, reader: readerOf(person) }));

/** Who is written to because of an event. Events that are not named here send nothing. */
const posts: { [T in EventType]?: PostsFor<T> } = {
  inquiryReceived: ({ after }) => [
    ...toPeople('inquiryReceived', [after.inquiry.contact]),
    toOwner('inquiryNotice'),
  ],
  markNegotiationDone: ({ after }) => askForApproval(after),
  proposeTerms: ({ after }) => askForApproval(after),
  approveOffer: () => [toOwner('approvalDecided')],
  rejectOffer: () => [toOwner('approvalDecided')],
  changeSetSucceeded: ({ before, after }) => offerPosts(before, after),
  askForChange: () => [toOwner('buyerRequest')],
  askForMoreTime: () => [toOwner('buyerRequest')],
  declineOffer: () => [toOwner('offerDeclined')],
  agreementEvent: (change, { intent }) => [
    ...(change.before.agreement ? changePosts(change, intent) : [toOwner('accepted')]),
    ...endPosts(change),
  ],
  licenseEvent: endPosts,
  agreementRead: ({ before, after }) => (isHeld(after) && !isHeld(before) ? [toOwner('stuckNotice')] : []),
  handOverSetUp: ({ after }, { to }) => toPeople('handOver', [{ ...signerOf(after), ...to }]),
  productTold: ({ before, after }) =>
    before.link?.productToldAt
      ? []
      : [...toPeople('confirmation', confirmed(after)), toOwner('activatedNotice')],
  deadlinePassed: (change, { deadline, late }) => [
    ...(late ? [] : reminderPosts(change.before, deadline)),
    ...endPosts(change),
  ],
  sendReminderNow: ({ before }, { key }) =>
    deadlines(before)
      .filter(deadline => deadline.key === key)
      .flatMap(deadline => reminderPosts(before, deadline)),
  resendMail: (_change, { mail: { key: _former, ...post } }) => [post],
  mailBounced: () => [toOwner('stuckNotice')],
  stepFailed: ({ before }, { stuck }) => (isAboutNotice(before, stuck.step) ? [] : [toOwner('stuckNotice')]),
};

/** The mails that an entry asks for. Keys begin with the entry's number, so that each is asked for once. */
export function mailsFor(change: Change): MailRequest[] {
  const postsForFact = posts[change.entry.event.type] as PostsFor<EventType> | undefined;
  const wanted = postsForFact?.(change, change.entry.event) ?? [];
  return wanted.map((post, index) => ({ key: `${change.entry.seq}:${post.template}:${index}`, ...post }));
}

/** A notice that cannot be sent is not followed by another notice. */
function isAboutNotice(deal: Deal, step: string): boolean {
  return deal.mails.some(mail => mail.template === 'stuckNotice' && step === stepOf(mail));
}

function askForApproval(deal: Deal): Post[] {
  return deal.approval?.state === 'pending' ? [{ template: 'approvalRequested', reader: approvers }] : [];
}

function offerPosts(before: Deal, after: Deal): Post[] {
  // Whoever has accepted hears nothing more of offers.
  if (after.agreement && hasEdition(after.policy, 2)) return [];
  const offer = currentOffer(after);
  switch (before.changeSet?.purpose) {
    case 'create':
      return toPeople('offer', [signerOf(after)]);
    case 'extend':
      return toPeople('offerExtended', [signerOf(after)]);
    default:
      return offer ? [] : toPeople('offerWithdrawn', [signerOf(after)]);
  }
}

/** The mails that a deadline sends when it comes: to whom, and which. */
export function reminderPosts(deal: Deal, deadline: Pick<Deadline, 'kind' | 'at'>): Post[] {
  switch (deadline.kind) {
    case 'answerDue':
      return [toOwner('answerOverdue')];
    case 'answerEscalates':
      return [{ template: 'answerOverdue', reader: lead }];
    case 'requestDue':
      return [toOwner('buyerRequest')];
    case 'requestEscalates':
      return [{ template: 'buyerRequest', reader: lead }];
    case 'negotiationIdle':
      return [toOwner('negotiationIdle')];
    case 'approvalEscalates':
      return [{ template: 'approvalOverdue', reader: lead }];
    case 'offerUnread':
      return [toOwner('offerUnread')];
    case 'buyerAbsent':
    case 'agreementMissing':
    case 'activationOverdue':
      return [toOwner('stuckNotice')];
    case 'approvalOverdue':
      return [{ template: 'approvalOverdue', reader: approvers }, toOwner('approvalOverdue')];
    case 'offerExpiring':
      return toPeople('offerExpiring', remindedOfOffer(deal, deadline.at));
    case 'offerExpires':
      return [toOwner('offerExpired')];
    case 'chaseSetUp':
      return toPeople('setUpReminder', buyersReminded(deal, deadline.kind));
    case 'termEnding':
      return [...toPeople('termEnding', buyersReminded(deal, deadline.kind)), toOwner('termEnding')];
    case 'stuckReminder':
      return [toOwner('stuckNotice')];
    default:
      return [];
  }
}

/** The day of the first reader is kept by the plan; the others have calendars of their own. */
function remindedOfOffer(deal: Deal, at: string): Person[] {
  const offer = currentOffer(deal);
  const readers = buyersReminded(deal, 'offerExpiring');
  return !offer || isNear(at, lastMomentOf(offer.expiresOn))
    ? readers
    : readers.filter(person => !wasRemindedOn(at, deal, person));
}

/**
 * An agreement that has changed since its buyer had the confirmation. Before it, the confirmation tells what is so; when
 * an agreement says that another one follows, that one's own news tell it.
 */
function changePosts({ before, after }: Change, intent: AgreementNotice['intent']): Post[] {
  const changed = after.revision > before.revision && after.agreement?.status === 'ACTIVE';
  if (!changed || isOver(after) || !after.link?.productToldAt) return [];
  const follows = after.formerAgreements.length > before.formerAgreements.length;
  const change: AgreementChange = follows ? (intent === 'REPLACE' ? 'replaced' : 'renewed') : 'amended';
  return [...toPeople('agreementChanged', [after.link.user]), toOwner('agreementChanged')].map(post => ({
    ...post,
    change,
  }));
}

/** What was accepted is not what was agreed, and a person must look at it. */
const isHeld = ({ stuck }: Deal) => stuck.some(each => each.reason === 'agreementDiffers');

/** AWS tells the end of an access by agreement and by license, and time may tell it too: the first one counts. */
function endPosts({ before, after }: Change): Post[] {
  if (isOver(before) || !isOver(after)) return [];
  return [...toPeople('accessEnded', after.link ? confirmed(after) : []), toOwner('accessEnded')];
}

/** Whoever set the account up and, when it is somebody else, whoever signed. */
function confirmed(deal: Deal): Person[] {
  return deal.link ? [deal.link.user, signerOf(deal)] : [signerOf(deal)];
}
