import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Job, Task } from './task.ts';

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
  let timerDue = Number.POSITIVE_INFINITY;
  let stopped = false;

  const dueAt = ({ real, business = 0 }: Job) => real ?? clock.realTimeOf(new Date(business));

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

  function setTimer(due: number) {
    if (stopped || due >= timerDue) return;
    clearTimeout(timer);
    timerDue = due;
    timer = setTimeout(wake, Math.min(Math.max(due - Date.now(), 0), LONGEST_TIMER)).unref();
  }

  function wake() {
    clearTimeout(timer);
    timerDue = Number.POSITIVE_INFINITY;
    const waiting = jobs().filter(job => !running.has(job.id));
    const due = waiting.filter(job => dueAt(job) <= Date.now()).sort((a, b) => dueAt(a) - dueAt(b));
    if (stopped) return;
    for (const job of due) running.set(job.id, Promise.resolve(job).then(perform));
    setTimer(
      waiting.reduce((next, job) => (running.has(job.id) ? next : Math.min(next, dueAt(job))), Infinity),
    );
  }

  return {
    add(when, task) {
      const due = 'at' in when ? { business: when.at.getTime() } : { real: Date.now() + when.after };
      const job = { id: randomUUID(), ...due, task };
      jobs().push(job);
      // Only the earliest job needs the timer: a thousand waiting ones cost nothing here.
      setTimer(dueAt(job));
    },
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}
