import { sleep } from '@temporalio/workflow';

/** A deal as no code of ours runs it: for histories that do not fit, and for deals that cannot go on. */
export async function deal(): Promise<void> {
  await sleep('1ms');
}
