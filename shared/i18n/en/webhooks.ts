import type { DeliveryState } from '../../models/webhook-delivery.ts';

const answers = {
  timeout: 'No answer in time',
  redirect: 'Answered with a redirect',
  ECONNREFUSED: 'Nothing listens there',
  ENOTFOUND: 'Host name not known',
};
/** By the code of what went wrong; most codes have no words. */
const knownAnswers: Record<string, string> = answers;

/** The words for the webhook that is told of every timeline entry, and for the team's chat. */
export const webhooks = {
  title: 'Webhooks',
  lead: 'Every timeline entry is posted to your receiver, signed. What it does not take is tried again, less and less often.',
  notSet: 'No receiver is set',
  notSetText:
    'Set TIMELINE_WEBHOOK_URL and TIMELINE_WEBHOOK_SECRET for the api and the worker, and start both again. docs/connecting-your-product.md shows how to receive.',
  receiver: 'Receiver',
  state: 'State',
  active: 'Active',
  failing: 'Failing',
  paused: 'Paused',
  failures: (count: number) =>
    count === 1 ? 'The last attempt failed.' : `The last ${count} attempts failed.`,

  pausedTitle: 'Paused: nothing is posted',
  pausedFor: {
    gone: (when: string) => `On ${when} the receiver answered 410 Gone, which means: never again.`,
    failing: (when: string) => `On ${when} ten or more attempts in a row, over at least an hour, had failed.`,
    stillFailing: (when: string) =>
      `It was resumed, but on ${when} the receiver still did not take the first entry.`,
  },
  pausedText: 'New entries are held and nothing is lost. Resume once the receiver works again.',
  heldTitle: 'Some entries are held',
  heldText: (count: string) => `${count} entries wait to go out, the oldest first.`,
  resume: 'Resume',
  sendHeld: 'Send what is held',
  resumed: 'What is held goes out now, the oldest first',
  resumedText: 'Load the page again to see how it goes.',

  log: 'Deliveries',
  filters: { all: 'All', failed: 'Failed', held: 'Held' },
  filterLabel: 'Show',
  when: 'When',
  entry: 'Entry',
  deal: 'Deal',
  result: 'State',
  attempts: 'Attempts',
  lastAnswer: 'Last answer',
  noAnswer: 'Not tried yet',
  action: 'Action',
  states: {
    waiting: 'Waiting',
    delivered: 'Delivered',
    failed: 'Failed',
    held: 'Held',
  } satisfies Record<DeliveryState, string> as Record<DeliveryState, string>,
  status: (status: string) => `Answered ${status}`,
  answer: (code: string) => knownAnswers[code] ?? `No connection (${code})`,
  replay: 'Post again',
  replayOf: (entry: { entry: string; company: string }) => `Post again: ${entry.entry}, ${entry.company}`,

  replaySince: 'Post everything again since',
  replaySinceHint: (zone: string) =>
    `For a receiver that has lost what it had. Your time zone: ${zone}. Each entry keeps its webhook-id.`,
  replaySinceSubmit: 'Post again',
  badMoment: 'Choose a day and a time that have passed.',

  empty: 'Nothing to post yet',
  emptyText: 'The next thing that happens in a deal is the first.',
  noneFailed: 'Nothing has failed',
  noneHeld: 'Nothing is held',
  noneText: 'Every entry is delivered or on its way.',

  /** What stands below the subject in the team's chat. */
  chatLine: (deal: { company: string; stage: string }) => `${deal.company} – ${deal.stage}`,

  mail: {
    subject: 'The timeline webhook is paused',
    title: 'The timeline webhook is paused',
    preheader: 'Entries are held until somebody resumes it.',
    since: 'Paused',
    why: 'Why',
    reasons: {
      gone: 'The receiver answered 410 Gone',
      failing: 'Ten or more attempts in a row failed, over at least an hour',
      stillFailing: 'It was resumed, but the receiver still did not take the first entry',
    },
    intro:
      'Your receiver of timeline entries took nothing more, so Offerdesk has stopped posting to it. New entries are held; nothing is lost.',
    next: 'Have the receiver put right, then press Resume at the desk. What is held goes out in order.',
    button: 'Open webhooks',
  },
};
