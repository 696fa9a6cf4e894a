import { messageIn } from '../../deal/conversation/messages.ts';
import type { Deal } from '../../deal/deal.ts';
import { seqOf } from '../../deal/keys.ts';
import type { MailRequest, MailTemplate } from '../../deal/mails/mails.ts';
import { isBuyerReminder, isStillTrue, isSuperseded, isWanted } from '../../deal/mails/still-true.ts';
import { countsToPresentEnd } from '../../deal/reminders/ends.ts';
import { type Said, vendorFrom } from '../../emails/mail.ts';
import { renderMail } from '../../emails/render.ts';
import { pageUrlFor } from '../../shared/offer-link.ts';
import { remindersPageUrl } from '../../shared/reminders-link.ts';
import { approvalLinkFor } from './approval-link-for.ts';
import type { Letter, MailDeps } from './mail-delivery.ts';
import type { Addressee } from './mail-readers.ts';
import { isAtWork } from './set-up-at-work.ts';

/** One request to one of its readers. */
export interface Post {
  request: MailRequest;
  recipient: Addressee;
  key: string;
}

/** What a deal's mail says now; nothing when its reason is gone. */
export async function writeDealMail(
  deps: MailDeps,
  { deal, post }: { deal: Deal; post: Post },
): Promise<Letter | undefined> {
  const { request, recipient } = post;
  if (!isStillTrue(deal, request) || !isWanted(deal, request) || isSuperseded(deal, request))
    return undefined;
  if (await isOfFormerEnd(deps, { deal, request })) return undefined;
  const unwanted = recipient.declines || (await disturbs(deps, { deal, request }));
  if (unwanted && !(await isAsked(deps, { deal, request }))) return undefined;
  const { config, now } = deps;
  const link = { publicUrl: config.PUBLIC_URL, secret: config.SESSION_SECRET };
  const { dealId } = deal;
  const reminders = isBuyerReminder(request) && {
    remindersUrl: remindersPageUrl(link, { dealId, email: recipient.email }),
  };
  const mail = renderMail({
    template: request.template,
    deal,
    to: request.reader.to,
    recipient,
    change: request.change,
    about: request.about,
    said: await saidIn(deps, { deal, request }),
    vendor: vendorFrom(config),
    offerPageUrl: pageUrlFor(link, deal, recipient.email),
    approvalLink: await approvalLinkFor(deps, { deal, ...post }),
    now: now(),
    ...reminders,
  });
  return { ...mail, ...reminders };
}

const counting: readonly MailTemplate[] = ['proposalReminder', 'offerExpiring', 'termEnding'];

/** The end that a reminder counts the days to has moved since: the offer was extended, the agreement renewed. */
async function isOfFormerEnd(
  { db }: MailDeps,
  { deal, request }: { deal: Deal; request: MailRequest },
): Promise<boolean> {
  if (!counting.includes(request.template)) return false;
  const line = await db.timeline.findOne({ dealId: deal.dealId, seq: seqOf(request) }).lean();
  const event = line?.entry.event;
  const deadline = event?.type === 'deadlinePassed' ? event.deadline.key : undefined;
  return deadline !== undefined && !countsToPresentEnd(deal, deadline);
}

/** The words that a mail carries are those of the entry that asked for it, or of the one that it repeats. */
async function saidIn(
  deps: MailDeps,
  { deal, request }: { deal: Deal; request: Pick<MailRequest, 'key' | 'template'> },
): Promise<Said | undefined> {
  if (!carrying.includes(request.template)) return undefined;
  const line = await deps.db.timeline.findOne({ dealId: deal.dealId, seq: seqOf(request) }).lean();
  const { event } = line?.entry ?? {};
  if (event?.type === 'resendMail') return saidIn(deps, { deal, request: event.mail });
  return line ? messageIn(line.entry) : undefined;
}

const carrying: readonly MailTemplate[] = ['messageToBuyer', 'messageFromBuyer', 'attachmentsNotKept'];

/** The buyer is at what he would be reminded of. */
async function disturbs(
  deps: MailDeps,
  { deal, request }: { deal: Deal; request: MailRequest },
): Promise<boolean> {
  return request.template === 'setUpReminder' && (await isAtWork(deps, deal));
}

/** Staff have asked for just this mail, and know better than any rule or choice. Where the deal's record is, the entry that asked for it is too. */
export async function isAsked(
  { db }: MailDeps,
  { deal, request }: { deal: Deal; request: MailRequest },
): Promise<boolean> {
  const seq = seqOf(request);
  const byHand = [{ 'entry.event.type': 'resendMail' as const }, { 'entry.event.deadline.byHand': true }];
  return (await db.timeline.exists({ dealId: deal.dealId, seq, $or: byHand })) !== null;
}
