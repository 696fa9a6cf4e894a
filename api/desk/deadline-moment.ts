import type { Deadline } from '../../deal/reminders/deadline.ts';

/**
 * The moment of a deadline as people say it. What ends with a day ends with its last second, and the deal acts one second
 * later: shown so, the same end would stand on two days.
 */
export function momentOf({ kind, at }: Pick<Deadline, 'kind' | 'at'>): string {
  const endsDay = kind === 'offerExpires' || kind === 'revivalEnds';
  return endsDay ? new Date(Date.parse(at) - 1000).toISOString() : at;
}
