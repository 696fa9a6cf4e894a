import { all, date, described, record, type Static } from './contract/schema.ts';
import type { Currency } from './terms/money.ts';

export const holidaysSchema = described('By the time zone of those who keep them', record(all(date)));
/** Public holidays by the time zone of those who keep them. */
export type Holidays = Static<typeof holidaysSchema>;

/** What a vendor decides once and may change for a single deal. Durations are in business time. */
export interface Policy extends ReminderPolicy {
  /** An approver must say yes when the terms pass any of these. */
  approval: { discountPercent: number; amount: Record<Currency, string>; durationMonths: number };
  /**
   * The edition of the rules that the deal was opened under. What a later one decides otherwise asks for it, so that a
   * deal under way decides as before whenever its history is run again.
   */
  edition: number;
  /** Days an expired offer can still be revived by extending it, before the deal ends. */
  reviveWithinDays: number;
  /** Whole hours of the day between which buyers are reminded, in their own time zones. */
  workingHours: { from: number; until: number };
  /**
   * Minutes over which what would come at the opening or the close of somebody's hours is spread, each deal at a moment of
   * its own: ten thousand reminders for nine o'clock do not come at nine. Absent: nothing is spread.
   */
  spreadMinutes?: number;
  /** When the vendor's staff work; an owner may have another time zone. */
  staff: { timeZone: string; from: number; until: number };
  /**
   * Public holidays of the years to come, where the people around the deal work; later ones count as working days. Written
   * down and not worked out, because a newer calendar must not move the moments of a deal that is under way.
   */
  holidays: Holidays;
}

/** The part of a policy that says when somebody is reminded; staff may change it for a deal. */
export interface ReminderPolicy {
  /** Working hours in which staff answer an inquiry. */
  answerWithinHours: number;
  /** Working hours after a first notice to staff at which the owner's lead is told. */
  escalateAfterHours: number;
  /** Working hours an approver has before he, and the owner, are reminded. */
  approveWithinHours: number;
  /** How often the owner hears of a negotiation in which nothing happens. */
  remindIdleEveryDays: number;
  /** Working hours after which the owner hears that nobody has opened an offer. */
  unreadAfterHours: number;
  /** Days before an offer's last moment at which its signer is reminded. */
  remindDaysBefore: number[];
  /** Hours before an offer's last moment at which its signer is reminded once more. */
  remindHoursBefore: number[];
  /** Hours after acceptance at which a buyer who never came is chased. */
  chaseAfterHours: number[];
  /** Hours after the last chase at which a buyer who paid and never came becomes a task for the owner. */
  callAfterHours: number;
  /** Hours in which AWS must tell of the agreement once the buyer has come from there. */
  agreementWithinHours: number;
  /** Hours in which AWS's license must come once the buyer has chosen his organization. */
  activateWithinHours: number;
  /** Days before the end of the term at which owner and signer are told. */
  remindTermDaysBefore: number[];
  /** How often the owner hears of a deal that stays stuck. */
  remindStuckEveryHours: number;
  /** Hours for which somebody who has just acted is left in peace. */
  quietHours: number;
}

/** True for a deal that was opened under these rules or later ones. */
export const hasEdition = ({ edition }: Pick<Policy, 'edition'>, wanted: number) => edition >= wanted;

const limits = { USD: '100000.00', AUD: '150000.00', EUR: '100000.00', GBP: '80000.00', JPY: '15000000' };

export const defaultReminders: ReminderPolicy = {
  answerWithinHours: 4,
  escalateAfterHours: 4,
  approveWithinHours: 8,
  remindIdleEveryDays: 7,
  unreadAfterHours: 16,
  remindDaysBefore: [7, 3, 1],
  remindHoursBefore: [6],
  chaseAfterHours: [1, 24, 72, 168],
  callAfterHours: 24,
  agreementWithinHours: 24,
  activateWithinHours: 24,
  remindTermDaysBefore: [90, 60, 30],
  remindStuckEveryHours: 24,
  quietHours: 12,
};

/** The largest value of each. Days and hours may be parts of one. */
export const longestReminders: { readonly [K in keyof ReminderPolicy]: number } = {
  answerWithinHours: 400,
  escalateAfterHours: 400,
  approveWithinHours: 400,
  remindIdleEveryDays: 365,
  unreadAfterHours: 400,
  remindDaysBefore: 365,
  remindHoursBefore: 48,
  chaseAfterHours: 8760,
  callAfterHours: 8760,
  agreementWithinHours: 8760,
  activateWithinHours: 8760,
  remindTermDaysBefore: 400,
  remindStuckEveryHours: 8760,
  quietHours: 168,
};

export const defaultPolicy: Policy = {
  ...defaultReminders,
  edition: 1,
  approval: { discountPercent: 20, amount: limits, durationMonths: 36 },
  reviveWithinDays: 14,
  workingHours: { from: 9, until: 17 },
  staff: { timeZone: 'UTC', from: 9, until: 17 },
  holidays: {},
};
