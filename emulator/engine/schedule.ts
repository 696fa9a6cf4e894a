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
  /** Tasks of one lane are done one after another, in the order in which they were due; others at the same time. */
  laneOf(task: Task): string | undefined;
  onDone(): void;
  onError(error: unknown, task: Task): void;
};

/** setTimeout overflows past 24.8 days. */
const LONGEST_TIMER = 3_600_000;

/** Chains what belongs to one lane; a lane is forgotten when nothing is left in it. */
function createLanes() {
  const last = new Map<string, Promise<void>>();
  return (lane: string | undefined, work: () => Promise<void>): Promise<void> => {
    const before = (lane !== undefined && last.get(lane)) || Promise.resolve();
    const done = before.then(work);
    if (lane === undefined) return done;
    last.set(lane, done);
    return done.then(() => {
      if (last.get(lane) === done) last.delete(lane);
    });
  };
}

/**
 * The emulator's only timer. A job stays in the state until it is done, so that a restart runs it again
 * rather than losing it.
 */
export function createSchedule({ jobs, clock, run, laneOf, onDone, onError }: Options): Schedule {
  const running = new Map<string, Promise<void>>();
  const inLane = createLanes();
  let timer: NodeJS.Timeout | undefined;
  let timerDue = Number.POSITIVE_INFINITY;
  let stopped = false;

  const dueAt = ({ real, business = 0 }: Job) => real ?? clock.realTimeOf(new Date(business));

  async function perform(job: Job) {
    // What waited for its turn is still in the state, for the next start.
    if (stopped) return;
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
    if (stopped) return;
    const waiting = jobs().filter(job => !running.has(job.id));
    const due = waiting.filter(job => dueAt(job) <= Date.now()).sort((a, b) => dueAt(a) - dueAt(b));
    for (const job of due)
      running.set(
        job.id,
        inLane(laneOf(job.task), () => perform(job)),
      );
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
