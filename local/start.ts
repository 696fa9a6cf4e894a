import { join } from 'node:path';
import { portsFrom } from './addresses.ts';
import { type Stack, startStack } from './stack.ts';
import { StartError } from './start-error.ts';
import { welcome } from './terminal/panel.ts';
import { showProgress } from './terminal/progress.ts';
import { onStopAsked } from './terminal/signals.ts';

const began = performance.now();
const dataDir = join(import.meta.dirname, '..', '.offerdesk');
let stack: Stack | undefined;
let stopping = false;

onStopAsked(() => (stack && !stopping ? stop('Stopping. Ctrl-C again stops at once.', 0) : stopAtOnce()));

try {
  stack = await startShown();
  console.log(welcome(stack, { dataDir, seconds: (performance.now() - began) / 1000 }));
  const reason = await stack.lost;
  await stop(`${reason.message}\n\nStopping everything else.`, 1);
} catch (error) {
  console.error(`\n${error instanceof StartError ? error.message : (error as Error).stack}`);
  process.exit(1);
}

async function startShown(): Promise<Stack> {
  const { onProgress, end } = showProgress();
  try {
    return await startStack({ dataDir, ports: portsFrom(process.env), onProgress });
  } finally {
    await end();
  }
}

async function stop(message: string, code: number): Promise<void> {
  stopping = true;
  console.log(`\n${message}`);
  await stack?.stop();
  console.log('Stopped.');
  process.exit(code);
}

// No child outlives this process: see child.ts.
function stopAtOnce(): void {
  console.log('\nStopped at once.');
  process.exit(130);
}
