export type DeadlineKind =
  | 'answerDue'
  | 'answerEscalates'
  | 'requestDue'
  | 'requestEscalates'
  | 'negotiationIdle'
  | 'approvalOverdue'
  | 'approvalEscalates'
  | 'offerUnread'
  | 'offerExpiring'
  | 'offerExpires'
  | 'revivalEnds'
  | 'chaseSetUp'
  | 'buyerAbsent'
  | 'agreementMissing'
  | 'activationOverdue'
  | 'termEnding'
  | 'termEnds'
  | 'stuckReminder';

/** A moment at which something must happen by itself. `key` is unique in the deal and changes when the moment moves. */
export interface Deadline {
  key: string;
  kind: DeadlineKind;
  /** ISO, business time. */
  at: string;
}

export const hour = 3_600_000;
export const day = 24 * hour;

/** The moment (ISO) so many milliseconds after another. */
export const after = (moment: string, milliseconds: number) =>
  new Date(Date.parse(moment) + milliseconds).toISOString();

/** The last of moments, of which some may not have come. */
export function latest(first: string, ...others: (string | undefined)[]): string {
  const known = [first, ...others.filter(each => each !== undefined)];
  return new Date(Math.max(...known.map(each => Date.parse(each)))).toISOString();
}
