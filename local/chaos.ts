import { chosenFrom, help } from './chaos/chosen.ts';
import { runChaos } from './chaos/run.ts';
import { StartError } from './start-error.ts';
import { onStopAsked } from './terminal/signals.ts';

// No child outlives this process: see child.ts.
onStopAsked(() => process.exit(130));

const words = process.argv.slice(2);
if (words.some(word => ['--help', '-h'].includes(word))) {
  console.log(help);
  process.exit(0);
}
try {
  const { faults, figures } = await runChaos(chosenFrom(words), process.env);
  console.table(figures);
  for (const fault of faults) console.log(fault);
  console.log(faults.length === 0 ? 'Everything holds.' : `${faults.length} things do not hold: see above.`);
  process.exit(faults.length === 0 ? 0 : 1);
} catch (error) {
  console.error(`\n${error instanceof StartError ? error.message : (error as Error).stack}`);
  process.exit(1);
}
