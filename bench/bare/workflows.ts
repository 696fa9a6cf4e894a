import {
  CancellationScope,
  condition,
  defineSignal,
  defineUpdate,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { BareActivities, Milestone } from './activities.ts';
import { like } from './payload.ts';

/** How often a deal does what costs Temporal something. */
export interface Plan {
  signals: number;
  activities: number;
  localActivities: number;
  timers: number;
  /** Bytes that each of them is given, in the mean. */
  signalBytes: number;
  activityBytes: number;
  localActivityBytes: number;
}

export const step = defineSignal<[unknown]>('step');
export const touch = defineUpdate<number>('touch');

const { effect } = proxyActivities<BareActivities>({ startToCloseTimeout: '15s' });
const { write } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10s' });

/**
 * As many signals, activities, local activities and timers as a deal has, spread evenly over its steps, and nothing of
 * a deal besides. It stays open, as a deal does until the end of its term.
 */
export async function bare({ id, plan, input }: { id: string; plan: Plan; input: unknown }): Promise<void> {
  const record = like(input, plan.localActivityBytes);
  const task = like(input, plan.activityBytes);
  let received = 0;
  const timer = createTimer();
  setHandler(step, () => {
    received += 1;
  });
  for (let part = 0; part <= plan.signals; part += 1) {
    const share = (total: number) => shareOf(total, { part, parts: plan.signals + 1 });
    await condition(() => received >= part);
    for (let count = share(plan.localActivities); count > 0; count -= 1) await write({ id, payload: record });
    for (let count = share(plan.timers); count > 0; count -= 1) timer.start();
    for (let count = share(plan.activities); count > 0; count -= 1)
      await effect({ id, payload: task, milestone: count === 1 ? milestoneOf(part, plan) : undefined });
  }
  await condition(() => false);
}

/** A workflow that does nothing but answer. */
export async function answering(): Promise<void> {
  let touched = 0;
  setHandler(touch, () => {
    touched += 1;
    return touched;
  });
  await condition(() => false);
}

function shareOf(total: number, { part, parts }: { part: number; parts: number }): number {
  return Math.floor((total * (part + 1)) / parts) - Math.floor((total * part) / parts);
}

/** Where whoever drives a deal waits, too: for the offer, after two signals, and for the end. */
function milestoneOf(part: number, { signals }: Plan): Milestone | undefined {
  if (part === 2) return 'offered';
  return part === signals ? 'active' : undefined;
}

/** One timer at a time: starting it takes the one before it back. */
function createTimer() {
  let scope = new CancellationScope();
  return {
    start() {
      scope.cancel();
      scope = new CancellationScope();
      scope
        .run(() => sleep('30 days'))
        .catch(error => {
          if (!isCancellation(error)) throw error;
        });
    },
  };
}
