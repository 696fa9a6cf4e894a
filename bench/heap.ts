import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Result, Setting } from './benchmark.ts';
import { type Stage, setStage } from './deals/stage.ts';
import { repeat } from './statistics.ts';

const atOnce = 8;

/** What the worker keeps in memory for a deal in its cache, and how large the workflows' bundle is. */
export async function heap({ quick, folder }: Setting): Promise<Result[]> {
  // In debug mode workflows live in this thread, whose heap can be measured.
  const stage = await setStage(folder, { debugMode: true, maxCachedWorkflows: 4000 });
  try {
    const plan = await stage.planOf(await stage.playDeal());
    const count = quick ? 24 : 300;
    const bare = await heapOfEach(count, () => stage.playBare(plan));
    const ours = await heapOfEach(count, () => stage.playDeal());
    return [
      {
        what: 'heap of a cached deal',
        ours: `${Math.round(ours / 1024)} KB`,
        reference: `${Math.round(bare / 1024)} KB bare`,
        budget: 'the bare one’s',
        holds: ours <= bare,
      },
      bundleSize(stage.bundles),
    ];
  } finally {
    await stage.stop();
  }
}

async function heapOfEach(count: number, play: () => Promise<unknown>): Promise<number> {
  // Code that has become hot and full caches are no part of a deal.
  await repeat(Math.ceil(count / 2), { atOnce, work: play });
  const before = heapUsed();
  await repeat(count, { atOnce, work: play });
  return (heapUsed() - before) / count;
}

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  gc();
  gc();
  return process.memoryUsage().heapUsed;
}

function bundleSize(bundles: Stage['bundles']): Result {
  const sizeOf = ({ code }: { code: string }) => Buffer.byteLength(code) / 1e6;
  const [ours, bare] = [sizeOf(bundles.deals), sizeOf(bundles.bare)];
  return {
    what: 'workflow bundle',
    ours: `${ours.toFixed(2)} MB`,
    reference: `${bare.toFixed(2)} MB bare`,
    budget: '≤ 1.8 MB',
    holds: ours <= 1.8,
  };
}
