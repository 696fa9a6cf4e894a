import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  defineSignal,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Command } from '../deal/commands.ts';
import type { DealInput, SignalPayload } from '../deal/contract/messages.ts';
import { commandTypes } from '../deal/decider.ts';
import type { Entry } from '../deal/events.ts';
import { deadlines, passedDeadlines } from '../deal/reminders/plan.ts';
import type { Stage } from '../deal/stages.ts';
import { isFinished, laneOf, stepsDue } from '../deal/steps.ts';
import { businessTime } from '../shared/clock.ts';
import { type EventLog, openEventLog } from './event-log.ts';
import { createRecord } from './record.ts';
import { runStep } from './run-step.ts';
import { createTimer } from './timer.ts';

/**
 * One deal, from the inquiry to the end of its term. Signals and finished steps write entries into the log; this
 * loop records them, begins the steps that have become due, and waits for the next signal, step or deadline. Which
 * steps and deadlines there are, and in which order the story goes, is in deal/steps.ts and deal/parts.ts.
 */
export async function deal(input: DealInput): Promise<Stage> {
  const now = () => businessTime(input.clock, Date.now());
  const log = openEventLog(input, now);
  const record = createRecord();
  const running = new Set<string>();
  // Nobody takes an effect back. The workflow's own scope would also keep each call, with the deal in it, in memory.
  const effects = new CancellationScope({ cancellable: false });
  const timer = createTimer(input.clock);
  receiveSignals(log);

  while (true) {
    await effects.run(() => recordEntries(log, { input, record }));
    beginSteps(log, { running, effects });
    const quiet = running.size === 0 && !log.hasUnrecorded && allHandlersFinished();
    if (quiet && isFinished(log.deal)) return log.deal.stage;
    if (quiet && workflowInfo().continueAsNewSuggested) await continueWith(input, log);
    timer.set(deadlines(log.deal)[0]?.at);
    await condition(() => log.hasUnrecorded || timer.rang);
    for (const passed of passedDeadlines(log.deal, now())) log.note({ type: 'deadlinePassed', ...passed });
  }
}

/** Handlers only decide and write; the loop does everything that takes time. */
function receiveSignals(log: EventLog): void {
  for (const type of commandTypes)
    setHandler(defineSignal<[SignalPayload]>(type), payload => log.settle({ ...payload, type } as Command));
}

/** Writes the new entries and the deal to MongoDB, and takes the AWS events that were waiting for a key it just learnt. */
async function recordEntries(
  log: EventLog,
  { input, record }: { input: DealInput; record: ReturnType<typeof createRecord> },
): Promise<void> {
  let told: Entry[] | undefined;
  while (log.hasUnrecorded) {
    const turn = { historyLength: historyOf(input), ...(told && { isAsTold: true }) };
    const recorded = await record({ entries: log.takeUnrecorded(), deal: log.deal, ...turn });
    told = recorded.told;
    if (told) log.decideAsTold(told);
    for (const command of recorded.waiting) log.settle(command);
  }
  setCurrentDetails(`${log.deal.stage}${log.deal.stuck.length > 0 ? ' (stuck)' : ''}`);
}

/** Steps run beside the loop, so that a slow mail server or a slow AWS never holds up a person's step. */
function beginSteps(
  log: EventLog,
  { running, effects }: { running: Set<string>; effects: CancellationScope },
): void {
  for (const step of stepsDue(log.deal)) {
    const lane = laneOf(step);
    if (running.has(lane)) continue;
    running.add(lane);
    const done = effects.run(() => runStep(step, log.deal));
    void done.then(outcomes => {
      running.delete(lane);
      for (const outcome of outcomes) log.note(outcome);
    });
  }
}

/** Events in the history of the deal up to this turn, over all its runs. */
function historyOf({ continued }: DealInput): number {
  return (continued?.historyBefore ?? 0) + workflowInfo().historyLength;
}

function continueWith(input: DealInput, log: EventLog): Promise<never> {
  const { deal: known, settled } = log;
  const continued = { deal: known, settled, historyBefore: historyOf(input) };
  return continueAsNew<typeof deal>({ ...input, continued });
}
