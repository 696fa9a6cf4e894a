import {
  condition,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';

interface Waits {
  wait(milliseconds: number): Promise<void>;
}
const atOnce = proxyLocalActivities<Waits>({ startToCloseTimeout: '1m' });
const elsewhere = proxyActivities<Waits>({ startToCloseTimeout: '1m' });

export const note = defineSignal('note');

/**
 * A local activity that is under way over two heartbeats of its workflow task (8 s each), while a regular activity ends
 * between them.
 */
export async function unreplayable(): Promise<void> {
  let noted = false;
  setHandler(note, () => {
    noted = true;
  });
  const call = elsewhere.wait(6000).then(() => atOnce.wait(0));
  await condition(() => noted);
  await atOnce.wait(20_000);
  await atOnce.wait(0);
  await call;
  await elsewhere.wait(0);
}
