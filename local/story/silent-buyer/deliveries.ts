import type { Deal } from '../../../deal/deal.ts';
import type { MailRequest, MailTemplate, Reader } from '../../../deal/mails/mails.ts';
import { mailsFor } from '../../../deal/mails/mails-for.ts';
import { people } from '../../people.ts';
import type { Step } from './history.ts';

/** A mail as the mailbox has it, at the business time of its arrival. */
export interface Received {
  to: string;
  template: MailTemplate;
  subject: string;
  /** ISO. */
  at: string;
}

/** One mail that the deal asked for, to one address. */
export interface Delivery {
  request: MailRequest;
  to: string;
  /** When the deal asked for it, ISO. */
  at: string;
  received?: Received;
}

/** Which mail of the mailbox is the answer to which request, each used once; and those that nobody asked for. */
export function deliveriesIn(
  history: Step[],
  mailbox: Received[],
): { deliveries: Delivery[]; unasked: Received[] } {
  const unasked = mailbox.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const deliveries = requestsIn(history).map(delivery => {
    const found = unasked.findIndex(
      mail =>
        mail.to === delivery.to &&
        mail.template === delivery.request.template &&
        Date.parse(mail.at) >= Date.parse(delivery.at),
    );
    return found < 0 ? delivery : { ...delivery, received: unasked.splice(found, 1)[0] };
  });
  return { deliveries, unasked };
}

function requestsIn(history: Step[]): Delivery[] {
  return history.flatMap(step =>
    mailsFor(step).flatMap(request =>
      addressesOf(request.reader, step.after).map(to => ({ request, to, at: step.entry.decidedAt })),
    ),
  );
}

/** Everybody of the local stack who gets a mail to this reader. */
export function addressesOf(reader: Reader, { owner }: Pick<Deal, 'owner'>): string[] {
  switch (reader.to) {
    case 'person':
      return [reader.email];
    case 'approvers':
      return people.filter(({ role }) => role === 'approver').map(({ email }) => email);
    case 'owner':
    case 'lead':
      return owner && reader.to === 'owner'
        ? [owner]
        : people.filter(({ role }) => role === 'sales').map(({ email }) => email);
  }
}
