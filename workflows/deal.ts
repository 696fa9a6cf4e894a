import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { RecordActivities } from '../activities/record.ts';
import { businessTime } from '../shared/clock.ts';
import type { Command, CommandType } from '../shared/deal/commands.ts';
import { deadlines, passedDeadlines } from '../shared/deal/deadlines.ts';
import { isClosed, type Stage } from '../shared/deal/stages.ts';
import { stepsDue } from '../shared/deal/steps.ts';
import { createAlarm } from './alarm.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type DealInput, type SignalPayload, signals } from './messages.ts';
import { perform } from './perform.ts';

// A short idempotent write: a local activity costs one event. It is tried until MongoDB is back; nothing is lost meanwhile.
const { record } = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '100ms', maximumInterval: '10s' },
});

/**
 * One deal, from the inquiry to the end of its term. Signals and finished steps write entries into the ledger; this
 * loop records them, begins the steps that have become due, and waits for the next signal, step or deadline. Which
 * steps and deadlines there are, and in which order the story goes, is in shared/deal/steps.ts and deadlines.ts.
 */
export async function deal(input: DealInput): Promise<Stage> {
  const now = () => businessTime(input.clock, Date.now());
  const ledger = openLedger(input, now);
  const running = new Set<string>();
  // Nobody takes an effect back. The workflow's own scope would also keep each call, with the deal in it, in memory.
  const effects = new CancellationScope({ cancellable: false });
  const alarm = createAlarm(input.clock, { patient: input.patientAlarm ?? false });
  if (!input.continued) ledger.open(input);
  receiveSignals(ledger);

  while (true) {
    await effects.run(() => recordEntries(ledger, input));
    beginSteps(ledger, { running, effects });
    const quiet = running.size === 0 && !ledger.hasUnrecorded && allHandlersFinished();
    if (quiet && isClosed(ledger.deal)) return ledger.deal.stage;
    if (quiet && workflowInfo().continueAsNewSuggested) await continueWith(input, ledger);
    alarm.set(deadlines(ledger.deal)[0]?.at);
    await condition(() => ledger.hasUnrecorded || alarm.rang);
    for (const passed of passedDeadlines(ledger.deal, now()))
      ledger.note({ type: 'deadlinePassed', ...passed });
  }
}

/** Handlers only decide and write; the loop does everything that takes time. */
function receiveSignals(ledger: Ledger): void {
  for (const [type, definition] of Object.entries(signals)) {
    setHandler(definition, (payload: SignalPayload) =>
      ledger.settle({ ...payload, type: type as CommandType } as Command),
    );
  }
}

/** Writes the new entries and the deal to MongoDB, and takes the AWS events that were waiting for a key it just learnt. */
async function recordEntries(ledger: Ledger, input: DealInput): Promise<void> {
  while (ledger.hasUnrecorded) {
    const historyLength = historyOf(input);
    const { waiting } = await record({ entries: ledger.takeUnrecorded(), deal: ledger.deal, historyLength });
    for (const command of waiting) ledger.settle(command);
  }
  setCurrentDetails(`${ledger.deal.stage}${ledger.deal.stuck.length > 0 ? ' (stuck)' : ''}`);
}

/** Steps run beside the loop, so that a slow mail server or a slow AWS never holds up a person's step. */
function beginSteps(
  ledger: Ledger,
  { running, effects }: { running: Set<string>; effects: CancellationScope },
): void {
  for (const step of stepsDue(ledger.deal)) {
    if (running.has(step.key)) continue;
    running.add(step.key);
    const performed = effects.run(() => perform(step, ledger.deal));
    void performed.then(outcomes => {
      running.delete(step.key);
      for (const outcome of outcomes) ledger.note(outcome);
    });
  }
}

/** Events in the history of the deal up to this turn, over all its runs. */
function historyOf({ continued }: DealInput): number {
  return (continued?.historyBefore ?? 0) + workflowInfo().historyLength;
}

function continueWith(input: DealInput, ledger: Ledger): Promise<never> {
  const { deal: known, settled } = ledger;
  const continued = { deal: known, settled, historyBefore: historyOf(input) };
  return continueAsNew<typeof deal>({ ...input, continued });
}
