import type { MailTemplate } from '../mails/mails.ts';

/** Who hears of a deadline: staff, and people on the buyer's side. */
export type ReminderReader = 'owner' | 'lead' | 'approvers' | 'signer' | 'contact';

interface KindOfDeadline {
  /** What is mailed when it has come, and to whom; of the buyers the one whose hours count first. */
  mail?: MailTemplate;
  readers?: readonly ReminderReader[];
  /** It changes the deal itself, whoever hears of it, so nobody can send it early or skip it. */
  changes?: true;
  /** It may come some days later, so that the owner gets one such notice a day. The others say that a time promised is over. */
  canWait?: true;
  /** What it counts the days to; once that has come, the reminder is too late. */
  end?: string;
}

const kinds = {
  answerDue: { mail: 'answerOverdue', readers: ['owner'] },
  answerEscalates: { mail: 'answerOverdue', readers: ['lead'] },
  requestDue: { mail: 'buyerRequest', readers: ['owner'] },
  requestEscalates: { mail: 'buyerRequest', readers: ['lead'] },
  negotiationIdle: { mail: 'negotiationIdle', readers: ['owner'], canWait: true },
  proposalExpiring: { mail: 'proposalReminder', readers: ['signer', 'contact'] },
  approvalOverdue: { mail: 'approvalOverdue', readers: ['approvers', 'owner'], canWait: true },
  approvalEscalates: { mail: 'approvalOverdue', readers: ['lead'] },
  changeSetAgain: { changes: true },
  offerUnread: { mail: 'offerUnread', readers: ['owner'], canWait: true },
  offerExpiring: { mail: 'offerExpiring', readers: ['signer', 'contact'], end: 'offerExpires' },
  offerExpires: { mail: 'offerExpired', readers: ['owner'], changes: true },
  revivalEnds: { changes: true },
  chaseSetUp: { mail: 'setUpReminder', readers: ['signer'] },
  buyerAbsent: { mail: 'stuckNotice', readers: ['owner'], changes: true },
  agreementMissing: { mail: 'stuckNotice', readers: ['owner'], changes: true },
  activationOverdue: { mail: 'stuckNotice', readers: ['owner'], changes: true },
  termEnding: { mail: 'termEnding', readers: ['signer', 'owner'], end: 'termEnds' },
  termEnds: { changes: true },
  stuckReminder: { mail: 'stuckNotice', readers: ['owner'], canWait: true },
} as const satisfies Record<string, KindOfDeadline>;

export type DeadlineKind = keyof typeof kinds;
/** Those that change the deal itself. */
export type ChangingKind = {
  [K in DeadlineKind]: (typeof kinds)[K] extends { changes: true } ? K : never;
}[DeadlineKind];

/** All that can be said of a kind of deadline, one line each. */
export const deadlineKinds: Readonly<Record<DeadlineKind, KindOfDeadline>> = kinds;

/** A moment at which something must happen by itself. `key` is unique in the deal and changes when the moment moves. */
export interface Deadline {
  key: string;
  kind: DeadlineKind;
  /** ISO, business time. */
  at: string;
  /** Somebody has sent it early. */
  byHand?: true;
}

/** True for a planned mail, which staff may send now or skip; false for a moment that changes the deal. */
export function isReminder({ kind }: Pick<Deadline, 'kind'>): boolean {
  return !deadlineKinds[kind].changes;
}
