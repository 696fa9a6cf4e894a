import {
  continueAsNew,
  ParentClosePolicy,
  proxyActivities,
  sleep,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import type { MailActivities } from '../activities/mail.ts';
import type { TimelineWebhookActivities, Told } from '../activities/timeline-webhook.ts';

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

/** Tells the vendor's webhook of entries: each is tried in order, and what is not taken is tried again beside the others. */
export async function tellEntries({ ids, pauses }: Entries): Promise<void> {
  const { workflowId: turn } = workflowInfo();
  const retries: Promise<void>[] = [];
  for (const id of ids) {
    const told = await firstTime({ id, turn });
    if (told === 'later') retries.push(tellEntryAgain({ id, turn, pauses }));
  }
  await Promise.all(retries);
}

/** One entry that was not taken at first, after the schedule. */
export async function tellEntryAgain(late: { id: string; turn: string; pauses: number[] }): Promise<void> {
  await sleep((late.pauses[0] ?? 1) * 1000);
  await mindPause(await again.tellEntryAgain(late));
}

/** Lets out what is held, oldest first, until nothing is left or the receiver is paused. `pausedAt`: ends that pause before. */
export async function tellHeld({ pausedAt, pauses }: { pausedAt?: string; pauses: number[] }): Promise<void> {
  const { workflowId: turn } = workflowInfo();
  if (pausedAt) await own.endPause({ pausedAt });
  for (let id = await own.nextHeld(); id; id = await own.nextHeld()) {
    const told = await firstTime({ id, turn });
    // A workflow of its own: it takes days, and must not keep the others.
    if (told === 'later')
      await startChild(tellEntryAgain, {
        args: [{ id, turn, pauses }],
        parentClosePolicy: ParentClosePolicy.ABANDON,
      });
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof tellHeld>({ pauses });
  }
}

async function firstTime(telling: { id: string; turn: string }): Promise<Told> {
  const told = await own.tellEntry(telling);
  await mindPause(told);
  return told;
}

/** Whoever meets a new pause first sees to it that staff hear of it. */
async function mindPause(told: Told): Promise<void> {
  if (told !== 'pausedNow') return;
  const { keys } = await own.announcePause();
  // A mail that cannot be sent is in the log of mails; the pause itself is at the desk.
  await Promise.allSettled(keys.map(key => sendAccountMail({ key })));
}
