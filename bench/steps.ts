import { randomUUID } from 'node:crypto';
import type { Result, Setting } from './benchmark.ts';
import { bundleBare, startEngine } from './deals/engine.ts';
import { type Product, startProduct } from './product.ts';
import { quietRuntime } from './servers.ts';
import { percentile, rounded, timed } from './statistics.ts';

/** Steps of one deal, so that its history stays an ordinary one. */
const stepsOfDeal = 50;

/** A step over HTTP, from the request to the answer with its timeline entry, beside a bare Temporal update, in turns. */
export async function steps({ quick, folder }: Setting): Promise<Result[]> {
  quietRuntime();
  const product = await startProduct(folder);
  try {
    const { ours, bare } = await measure(product, quick ? 50 : 1000);
    return [
      resultOf('a step over HTTP, p50', { ours, bare, percent: 50, most: 1.5 }),
      resultOf('a step over HTTP, p99', { ours, bare, percent: 99, most: 3 }),
    ];
  } finally {
    await product.stop();
  }
}

async function measure(product: Product, count: number) {
  const update = await bareUpdate(product.temporalAddress);
  const step = await noteStep(product);
  const ours: number[] = [];
  const bare: number[] = [];
  const warmUp = 20;
  for (let index = 0; index < count + warmUp; index += 1) {
    const [one, other] = [await timed(update.send), await timed(step)];
    if (index < warmUp) continue;
    bare.push(one);
    ours.push(other);
  }
  await update.stop();
  return { ours, bare };
}

/** Adds a note, each time, to a deal that has not got too many. */
async function noteStep(product: Product): Promise<() => Promise<void>> {
  let dealId = '';
  let left = 0;
  return async () => {
    if (left === 0) {
      dealId = await product.inquire();
      left = stepsOfDeal;
    }
    left -= 1;
    const { outcome } = await product.post(`/api/deals/${dealId}/add-note`, { text: 'They call back.' });
    if (outcome !== 'applied') throw new Error(`the step was answered with ${outcome}`);
  };
}

async function bareUpdate(address: string) {
  const engine = await startEngine(address);
  await engine.work({ taskQueue: 'bare', workflowBundle: await bundleBare() });
  let handle = await startAnswering();
  let left = stepsOfDeal;

  function startAnswering() {
    return engine.client.workflow.start('answering', { workflowId: randomUUID(), taskQueue: 'bare' });
  }
  return {
    async send() {
      if (left === 0) {
        handle = await startAnswering();
        left = stepsOfDeal;
      }
      left -= 1;
      await handle.executeUpdate('touch');
    },
    stop: engine.stop,
  };
}

type Measured = { ours: number[]; bare: number[]; percent: number; most: number };

function resultOf(what: string, { ours, bare, percent, most }: Measured): Result {
  const [one, other] = [percentile(ours, percent), percentile(bare, percent)];
  return {
    what,
    ours: `${rounded(one)} ms`,
    reference: `${rounded(other)} ms update`,
    budget: `≤ ${most} ×, is ${(one / other).toFixed(2)} ×`,
    holds: one <= most * other,
  };
}
