import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Job, Task } from './state.ts';

/** `after`: technical milliseconds from now. `at`: a business moment. */
export type When = { after: number } | { at: Date };

export type Schedule = {
  add(when: When, task: Task): void;
  /** Runs what is due and sets the timer anew; call it after the clock was moved. */
  wake(): void;
  /** Resolves when the tasks under way are done. */
  stop(): Promise<void>;
};

type Options = {
  jobs: () => Job[];
  clock: Clock;
  run(task: Task): void | Promise<void>;
  onDone(): void;
  onError(error: unknown, task: Task): void;
};

/** setTimeout overflows past 24.8 days. */
const LONGEST_TIMER = 3_600_000;

/**
 * The emulator's only timer. A job stays in the state until it is done, so that a restart runs it again
 * rather than losing it.
 */
export function createSchedule({ jobs, clock, run, onDone, onError }: Options): Schedule {
  const running = new Map<string, Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const dueAt = (job: Job) => job.real ?? clock.realTimeOf(new Date(job.business ?? 0));
  const waiting = () => jobs().filter(job => !running.has(job.id));

  async function perform(job: Job) {
    try {
      await run(job.task);
    } catch (error) {
      onError(error, job.task);
    }
    const all = jobs();
    const position = all.indexOf(job);
    if (position >= 0) all.splice(position, 1);
    running.delete(job.id);
    onDone();
  }

  function wake() {
    clearTimeout(timer);
    if (stopped) return;
    const due = waiting().filter(job => dueAt(job) <= Date.now());
    for (const job of due.sort((a, b) => dueAt(a) - dueAt(b)))
      running.set(job.id, Promise.resolve(job).then(perform));
    const next = Math.min(...waiting().map(dueAt));
    if (next < Number.POSITIVE_INFINITY) {
      timer = setTimeout(wake, Math.min(Math.max(next - Date.now(), 0), LONGEST_TIMER));
      timer.unref();
    }
  }

  return {
    add(when, task) {
      const due = 'at' in when ? { business: when.at.getTime() } : { real: Date.now() + when.after };
      jobs().push({ id: randomUUID(), ...due, task });
      wake();
    },
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
