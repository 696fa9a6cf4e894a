import {
  continueAsNew,
  ParentClosePolicy,
  proxyActivities,
  sleep,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { MailActivities } from '../activities/mail/mail.ts';
import type { Delivered, TimelineWebhookActivities } from '../activities/webhooks/timeline-webhook.ts';

const heartbeatTimeout = '10s';
// Tried until MongoDB is back; how the receiver answers is no failure of the first attempt.
const own = proxyActivities<TimelineWebhookActivities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout,
  retry: { initialInterval: '1s', maximumInterval: '1m' },
});
// The activity names the pause after each answer that is none; these are for a worker that died meanwhile.
const again = proxyActivities<TimelineWebhookActivities>({
  startToCloseTimeout: '30s',
  heartbeatTimeout,
  retry: { initialInterval: '5s', maximumInterval: '1h' },
});
const { sendAccountMail } = proxyActivities<MailActivities>({
  startToCloseTimeout: '2m',
  heartbeatTimeout,
  scheduleToCloseTimeout: '1d',
  retry: { initialInterval: '1s', maximumInterval: '5m' },
});

/** Entries that one deal has just recorded, by their ids. `pauses`: real seconds before each further attempt. */
export interface Entries {
  ids: string[];
  pauses: number[];
}

/** One entry, the workflow whose turn it is, and the seconds before each further attempt. */
interface Delivery {
  id: string;
  turn: string;
  pauses: number[];
}

/** Tells the vendor's webhook of entries: each is tried in order, and what is not taken is tried again beside the others. */
export async function deliverEntries({ ids, pauses }: Entries): Promise<void> {
  const { workflowId: turn } = workflowInfo();
  const retries: Promise<void>[] = [];
  for (const id of ids) {
    const late = await firstTime({ id, turn, pauses });
    if (late) retries.push(deliverEntryAgain(late));
  }
  await Promise.all(retries);
}

/** One entry that was not taken at first, after the schedule. */
export async function deliverEntryAgain(late: Delivery): Promise<void> {
  await sleep((late.pauses[0] ?? 1) * 1000);
  await mindPause(await again.deliverEntryAgain(late));
}

/** Lets out what is held, oldest first, until nothing is left or the receiver is paused. `pausedAt`: ends that pause before. */
export async function deliverHeld({
  pausedAt,
  pauses,
}: {
  pausedAt?: string;
  pauses: number[];
}): Promise<void> {
  const { workflowId: turn } = workflowInfo();
  if (pausedAt) await own.endPause({ pausedAt });
  for (let id = await own.nextHeld(); id; id = await own.nextHeld()) {
    const late = await firstTime({ id, turn, pauses });
    // A workflow of its own: it takes days, and must not keep the others.
    if (late)
      await startChild(deliverEntryAgain, { args: [late], parentClosePolicy: ParentClosePolicy.ABANDON });
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof deliverHeld>({ pauses });
  }
}

/** What is left to do when an entry was not taken: all but its first pause as it was planned. */
async function firstTime({ id, turn, pauses }: Delivery): Promise<Delivery | undefined> {
  const [pause = 1, ...others] = pauses;
  const delivered = await own.deliverEntry({ id, turn, pause });
  if (typeof delivered === 'object') return { id, turn, pauses: [delivered.later, ...others] };
  await mindPause(delivered);
}

/** Whoever meets a new pause first sees to it that staff hear of it. */
async function mindPause(delivered: Delivered): Promise<void> {
  if (delivered !== 'pausedNow') return;
  const { keys } = await own.announcePause();
  // A mail that cannot be sent is in the log of mails; the pause itself is at the desk.
  await Promise.allSettled(keys.map(key => sendAccountMail({ key })));
}
