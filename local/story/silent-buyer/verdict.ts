import type { DeadlineKind } from '../../../deal/reminders/deadline.ts';
import { type Delivery, deliveriesIn, type Received } from './deliveries.ts';
import { dealsBetween, type Step } from './history.ts';
import { hasReason, needsReason } from './reasons.ts';
import { type Reminder, remindersIn } from './reminders.ts';

export interface Verdict {
  rows: { reminder: Reminder; outcome: string; arrived: Received[] }[];
  /** What is not as it should be, one sentence each. */
  problems: string[];
}

/** A mail that has left cannot be called back; in milliseconds of business time, for what takes real time to arrive. */
type Evidence = { history: Step[]; mailbox: Received[]; underWay: number };

/** The plan against what happened: each planned mail arrived once, or did not leave for a reason that is known. */
export function judge({ history, mailbox, underWay }: Evidence): Verdict {
  const { deliveries, unasked } = deliveriesIn(history, mailbox);
  const end = Date.parse(history.at(-1)?.entry.decidedAt ?? '') - underWay;
  const rows = remindersIn(history).map(reminder => rowOf(reminder, { deliveries, history, end }));
  return {
    rows: rows.map(({ problem: _, ...row }) => row),
    problems: [
      ...rows.flatMap(({ problem }) => problem ?? []),
      ...missingKinds(rows),
      ...unasked.map(mail => `${mail.to} has “${mail.subject}”, which the deal never asked for`),
      ...tooLate({ history, mailbox, underWay }),
    ],
  };
}

type Row = Verdict['rows'][number] & { problem?: string | undefined };

function rowOf(
  reminder: Reminder,
  { deliveries, history, end }: { deliveries: Delivery[]; history: Step[]; end: number },
): Row {
  const { fate, key } = reminder;
  if (fate.is === 'planned') {
    const problem =
      Date.parse(reminder.at) < end ? `${key} was due on ${reminder.at}, and nothing happened` : undefined;
    return { reminder, outcome: problem ? 'forgotten' : 'still to come', arrived: [], problem };
  }
  if (fate.is === 'skipped') return { reminder, outcome: `not sent: ${fate.why}`, arrived: [] };
  if (fate.is === 'lost') {
    const problem = `${key} is no longer planned after “${fate.after}”, without a reason`;
    return { reminder, outcome: 'lost', arrived: [], problem };
  }
  const asked = deliveries.filter(({ request }) => fate.mails.some(mail => mail.key === request.key));
  const arrived = asked.flatMap(({ received }) => received ?? []);
  const missing = asked.filter(each => !each.received && !wasSkipped(each, history));
  if (missing.length > 0) {
    const problem = `${key} did not reach ${missing.map(({ to }) => to).join(' and ')}`;
    return { reminder, outcome: 'missing', arrived, problem };
  }
  return {
    reminder,
    outcome: arrived.length > 0 ? 'sent' : 'not sent: no longer true when it was its turn',
    arrived,
  };
}

/** By the time the mail was done with, nothing was left to ask for. */
function wasSkipped({ request }: Delivery, history: Step[]): boolean {
  const done = history.find(
    ({ entry: { event } }) => event.type === 'mailsSent' && event.keys.includes(request.key),
  );
  return done !== undefined && !hasReason(done.before, request.template);
}

/** A story in which one of these is not sent has not shown what it is told for. */
const toldOf: readonly DeadlineKind[] = [
  'offerUnread',
  'offerExpiring',
  'offerExpires',
  'chaseSetUp',
  'buyerAbsent',
];

function missingKinds(rows: Row[]): string[] {
  const sent = rows.filter(({ arrived }) => arrived.length > 0).map(({ reminder }) => reminder.kind);
  return toldOf.filter(kind => !sent.includes(kind)).map(kind => `No mail of the kind ${kind} was sent`);
}

function tooLate({ history, mailbox, underWay }: Evidence): string[] {
  return mailbox
    .filter(({ template }) => needsReason(template))
    .filter(({ at, template }) => {
      const until = Date.parse(at);
      const deals = dealsBetween(history, { from: until - underWay, until });
      return !deals.some(deal => hasReason(deal, template));
    })
    .map(({ to, subject, at }) => `“${subject}” reached ${to} on ${at}, when there was no reason for it`);
}
