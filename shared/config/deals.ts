import { isTimeZone } from '../../deal/contract/person-limits.ts';
import { verifyRemindHoursFrom } from '../accounts/verification-reminders.ts';
import { number, oneOf, wholeNumber } from './reading/readers.ts';
import type { Setting } from './reading/setting.ts';
import { remindersFrom } from './reminders.ts';

/** How deals are carried. */
export const deals = {
  APPROVAL_DISCOUNT_PERCENT: {
    means: 'a larger discount needs an approver',
    default: '20',
    read: number({ above: -1, max: 100 }),
  },
  APPROVAL_DURATION_MONTHS: {
    means: 'a longer term needs an approver',
    default: '36',
    read: wholeNumber({ min: 0, max: 60 }),
  },
  AGREEMENTS_PER_ORGANIZATION: {
    means:
      '`several`: an organization may be billed by several agreements at a time; `one`: by one only, and support moves or ends a link to make room',
    default: 'several',
    read: oneOf('several', 'one'),
  },
  VERIFY_REMIND_HOURS: {
    means:
      'hours after which somebody who has not verified his address is reminded, separated by commas; empty: never',
    default: '1,20',
    read: verifyRemindHoursFrom,
  },
  REMINDERS: {
    means:
      'first value of what is reminded of and when, for deals opened from now on, until the plan is saved at the desk, as JSON: `{"remindDaysBefore":[14,7,1]}`; what it does not name keeps its default',
    default: '{}',
    read: remindersFrom,
  },
  REMINDERS_SPREAD_MINUTES: {
    means:
      'minutes over which the reminders of many deals are spread that would all come as their readers begin to work, or stop; `0`: all at once',
    default: '20',
    read: wholeNumber({ min: 0, max: 120 }),
  },
  VENDOR_TIME_ZONE: {
    means: 'IANA name, where staff work: their hours are counted there until an owner has his own',
    default: 'UTC',
    read: timeZone,
  },
  OFFERDESK_TIME_SCALE: {
    means: 'how much faster business time runs',
    default: '1',
    read: number({ above: 0, max: 1_000_000 }),
  },
  OFFERDESK_TIME_ANCHOR: {
    means: 'epoch ms at which business and real time were the same',
    default: '0',
    read: wholeNumber({ min: 0, max: 8_640_000_000_000 }),
  },
} satisfies Record<string, Setting>;

function timeZone(written: string, name: string): string {
  if (isTimeZone(written)) return written;
  throw new Error(`${name}=${written} is not known. Write it as Asia/Tokyo.`);
}
