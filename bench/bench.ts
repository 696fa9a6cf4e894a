import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onStopAsked } from '../local/terminal/signals.ts';
import { asleep } from './asleep.ts';
import type { Benchmark, Result } from './benchmark.ts';
import { heap } from './heap.ts';
import { listeners } from './listeners.ts';
import { pages } from './pages.ts';
import { sizes } from './sizes.ts';
import { start } from './start.ts';
import { steps } from './steps.ts';
import { tableOf } from './table.ts';
import { throughput } from './throughput.ts';

const benchmarks: Record<string, Benchmark> = {
  throughput,
  steps,
  heap,
  pages,
  listeners,
  start,
  sizes,
  asleep,
};

onStopAsked(() => process.exit(130));
const { quick, chosen } = asked(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'offerdesk-bench-'));
const results: Result[] = [];
for (const name of chosen) results.push(...(await run(name)));
await rm(folder, { recursive: true, force: true });
console.log(`\n${tableOf(results)}`);
if (quick) console.log('\nA quick run: it shows that the benchmarks work. Leave --quick out for numbers.');
process.exit(0);

async function run(name: string): Promise<Result[]> {
  console.log(`${name} …`);
  const own = join(folder, name);
  await mkdir(own);
  const found = await (benchmarks[name] as Benchmark)({ quick, folder: own });
  console.log(tableOf(found));
  return found;
}

function asked(args: string[]): { quick: boolean; chosen: string[] } {
  const known = Object.keys(benchmarks);
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { quick: { type: 'boolean' } },
      allowPositionals: true,
    });
    const unknown = positionals.find(name => !known.includes(name));
    if (unknown) throw new Error(`“${unknown}” is not known.`);
    return { quick: values.quick === true, chosen: positionals.length > 0 ? positionals : known };
  } catch (error) {
    console.error(`${(error as Error).message}\nnpm run bench -- [--quick] [${known.join('] [')}]`);
    process.exit(1);
  }
}
