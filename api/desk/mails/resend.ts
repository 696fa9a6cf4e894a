import type { Deal } from '../../../deal/deal.ts';
import { mayAsk } from '../../../deal/decider.ts';
import { mayRead } from '../../../deal/mails/rules.ts';
import { isStillTrue, isWanted } from '../../../deal/mails/still-true.ts';
import { isClosed } from '../../../deal/stages.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { OutboxMail } from '../../../shared/models/outbox.ts';
import { actorOf, type StaffMember } from '../staff.ts';

export type Hindrance = Exclude<keyof Messages['mailLog']['resend'], 'title' | 'toPerson' | 'toStaff'>;

interface Resending {
  mail: OutboxMail;
  deal: Deal;
  staff: StaffMember;
}

/** Why nobody, or not this person, can have a mail sent again. Nothing when it can be. */
export function whyNotAgain({ mail, deal, staff }: Resending): Hindrance | undefined {
  if (!mail.request) return 'notKnown';
  // The workflow of a closed deal has come to its end.
  if (isClosed(deal)) return 'closed';
  if (isStuckOn({ mail, deal })) return 'onDeal';
  if (mail.state === 'queued' || mail.state === 'sending') return 'waits';
  if (!isStillTrue(deal, mail.request)) return 'reasonGone';
  if (!isWanted(deal, mail.request)) return 'unwanted';
  return mayAsk('resendMail', actorOf(staff)) ? undefined : 'notYours';
}

/** The deal keeps a mail among its own until it has gone out, and sends it again itself once a person cures the cause. */
function isStuckOn({ mail: { request, state }, deal }: Pick<Resending, 'mail' | 'deal'>): boolean {
  const isStuck = deal.stuck.some(({ reason }) => reason === 'mailNotSent' || reason === 'mailBounced');
  return isStuck && state !== 'sent' && deal.mails.some(({ key }) => key === request?.key);
}

/** The mail was for the signer or the contact, and somebody has corrected that address since. */
export const isFormerAddress = ({ mail: { request }, deal }: Pick<Resending, 'mail' | 'deal'>): boolean =>
  request !== undefined && !mayRead(deal, request);
