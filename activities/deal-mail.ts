import type { Deal } from '../shared/deal/deal.ts';
import type { MailRequest } from '../shared/deal/mails.ts';
import { offerPageUrl } from '../shared/offer-link.ts';
import { remindersPageUrl } from '../shared/reminders-link.ts';
import { vendorFrom } from './emails/mail.ts';
import type { Recipient } from './emails/reader.ts';
import { renderMail } from './emails/render.ts';
import { isBuyerReminder, isStillTrue, isWanted } from './emails/still-true.ts';
import type { Letter, MailDeps } from './mail-delivery.ts';
import { isAtWork } from './set-up-at-work.ts';

/** One request to one of its readers. */
export interface Post {
  request: MailRequest;
  recipient: Recipient;
  key: string;
}

/** What a deal's mail says now; nothing when its reason is gone. */
export async function writeDealMail(
  deps: MailDeps,
  { deal, post }: { deal: Deal; post: Post },
): Promise<Letter | undefined> {
  const { request, recipient } = post;
  if (!isStillTrue(deal, request) || !isWanted(deal, request)) return undefined;
  if (request.template === 'setUpReminder' && (await isAtWork(deps, deal))) return undefined;
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
    vendor: vendorFrom(config),
    offerPageUrl: offerPageUrl(link, dealId),
    now: now(),
    ...reminders,
  });
  return { ...mail, ...reminders };
}
