import type { Plan } from './bare/workflows.ts';
import type { Result, Setting } from './benchmark.ts';
import { type Counts, countsOf } from './deals/history.ts';
import { replayCost } from './deals/replay.ts';
import { type Stage, setStage } from './deals/stage.ts';
import { median, repeat, rounded, timed } from './statistics.ts';

/** Long enough for a deal to settle between two signals, as between the steps of people. */
const humanPauseMs = 500;
const atOnce = 12;

/** Full deals a second beside bare workflows, in turns on the same servers; and what one deal costs Temporal. */
export async function throughput({ quick, folder }: Setting): Promise<Result[]> {
  const stage = await setStage(folder);
  try {
    const deal = await stage.playDeal(humanPauseMs);
    const plan = await stage.planOf(await stage.playDeal());
    const bare = await stage.playBare(plan, humanPauseMs);
    return [
      ...historyOf(await countsOf(deal), await countsOf(bare)),
      replayOf(await replayCost(deal, stage.bundles.deals), await replayCost(bare, stage.bundles.bare)),
      await rates(stage, { plan, ...(quick ? short : long) }),
    ];
  } finally {
    await stage.stop();
  }
}

const short = { rounds: 1, deals: 24 };
const long = { rounds: 5, deals: 96 };

function historyOf(deal: Counts, bare: Counts): Result[] {
  return [
    {
      what: 'history of a full deal, events',
      ours: `${deal.events}`,
      reference: `${bare.events} bare`,
      budget: '≤ 120',
      holds: deal.events <= 120,
    },
    {
      what: 'history of a full deal, workflow tasks',
      ours: `${deal.workflowTasks}`,
      reference: `${bare.workflowTasks} bare`,
      budget: '≤ 25',
      holds: deal.workflowTasks <= 25,
    },
    {
      what: 'history of a full deal, kB',
      ours: rounded(deal.bytes / 1000),
      reference: `${rounded(bare.bytes / 1000)} bare`,
      budget: '',
    },
  ];
}

function replayOf(ours: number, bare: number): Result {
  return {
    what: 'replay of a full deal, CPU',
    ours: `${rounded(ours)} ms`,
    reference: `${rounded(bare)} ms bare`,
    budget: '≤ 90 ms',
    holds: ours <= 90,
  };
}

async function rates(
  stage: Stage,
  { plan, rounds, deals }: { plan: Plan; rounds: number; deals: number },
): Promise<Result> {
  const bare: number[] = [];
  const ours: number[] = [];
  const rateOf = async (work: () => Promise<unknown>) =>
    (deals * 1000) / (await timed(() => repeat(deals, { atOnce, work })));
  await repeat(atOnce, { atOnce, work: () => stage.playBare(plan) });
  await repeat(atOnce, { atOnce, work: () => stage.playDeal() });
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await rateOf(() => stage.playBare(plan)));
    ours.push(await rateOf(() => stage.playDeal()));
  }
  const ratio = median(ours) / median(bare);
  return {
    what: `full deals a second, ${atOnce} at once`,
    ours: rounded(median(ours)),
    reference: `${rounded(median(bare))} bare`,
    budget: `≥ 1 ×, is ${ratio.toFixed(2)} ×`,
    holds: ratio >= 1,
  };
}
