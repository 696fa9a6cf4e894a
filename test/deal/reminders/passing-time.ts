import type { Deal } from '../../../deal/deal.ts';
import type { Deadline, DeadlineKind } from '../../../deal/reminders/deadline.ts';
import { deadlines, passedDeadlines } from '../../../deal/reminders/plan.ts';
import { given } from '../../support/story.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
export const later = (moment: string, milliseconds: number) =>
  new Date(Date.parse(moment) + milliseconds).toISOString();

export const planned = (deal: Deal, kind: DeadlineKind): Deadline[] =>
  deadlines(deal).filter(each => each.kind === kind);
export const moments = (deal: Deal, kind: DeadlineKind) => planned(deal, kind).map(each => each.at);

/** What the workflow does when it wakes at a moment. */
export const wakes = (deal: Deal, at: string): Deal =>
  passedDeadlines(deal, at).reduce(
    (before, passed) => given(before, ['system', { type: 'deadlinePassed', ...passed }, at]),
    deal,
  );

/** The deal once its next deadline of this kind, and all before it, have come, each in its time. */
export function until(deal: Deal, kind: DeadlineKind): Deal {
  const next = deadlines(deal)[0];
  if (!next || !planned(deal, kind)[0]) throw new Error(`no ${kind} is planned`);
  const woken = wakes(deal, next.at);
  return next.kind === kind ? woken : until(woken, kind);
}

/** The mails that one entry asked for, as template and reader. */
export const mailsSince = (before: Deal, after: Deal) =>
  after.mails
    .filter(mail => !before.mails.some(({ key }) => key === mail.key))
    .map(({ template, reader }) => [template, reader.to === 'person' ? reader.email : reader.to]);

export const inZone = (at: string, timeZone: string) => new Date(at).toLocaleString('sv-SE', { timeZone });
