import type { Entry, EventType } from '../../../deal/events.ts';
import { isReminder } from '../../../deal/reminders/deadline.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import type { Mail } from '../mails.ts';
import { whatHappened } from './reminders.ts';

export interface Line {
  /** ISO, business time. */
  at: string;
  text: string;
}

/** Where the buyer works, and, to make the hours easy to read, the vendor too. */
export const timeZone = 'Asia/Tokyo';

const { parties } = messagesIn('en').desk;
const clock = new Intl.DateTimeFormat('en-US', {
  ...{ weekday: 'short', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' },
  ...{ hourCycle: 'h23', timeZone },
});

/** `Mon 23 Nov 17:00`, on the buyer's clock. */
export function moment(iso: string): string {
  const parts = clock.formatToParts(new Date(iso));
  const part = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value;
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('hour')}:${part('minute')}`;
}

/** Who received which mail. */
export const mailLine = ({ to, subject }: Mail, at: string): Line => ({
  at,
  text: `  ${moment(at)}    mail to ${to.join(', ')}: ${subject}`,
});

/** What people and AWS did and what time changed; mails are seen where they arrive. */
export function entryLine(entry: Entry): Line[] {
  const { event, by, decidedAt } = entry;
  if (quiet.includes(event.type) || (event.type === 'deadlinePassed' && isReminder(event.deadline)))
    return [];
  const who = by.kind === 'system' ? parties.system : `${parties[by.kind]}: ${by.name ?? by.id}`;
  return [{ at: decidedAt, text: `  ${moment(decidedAt)}  ${whatHappened(entry)} (${who})` }];
}

const quiet: readonly EventType[] = ['mailsSent', 'changeSetStarted', 'agreementRead', 'entitlementsRead'];
