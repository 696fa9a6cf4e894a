import { onStopAsked } from './signals.ts';
import { StartError } from './start-error.ts';
import { lookAt, missingIn } from './story/expectations.ts';
import { play } from './story/play.ts';
import { existingAccount, newAccount, type Procedure } from './story/procedures.ts';
import { report } from './story/report.ts';
import { type Scene, setScene } from './story/scene.ts';

// No child outlives this process: see child.ts.
onStopAsked(() => process.exit(130));

const began = performance.now();
const done = await tellStories().catch(error => {
  console.error(`\n${error instanceof StartError ? error.message : (error as Error).stack}`);
  return false;
});
process.exit(done ? 0 : 1);

/** Plays both procedures to the end. False when something is missing. */
async function tellStories(): Promise<boolean> {
  const scene = await setScene(process.env);
  try {
    console.log(`Playing on ${scene.api}, ${scene.found ? 'which was running' : 'started for the story'}.\n`);
    const procedures = [newAccount(scene), existingAccount(scene)];
    const played = await play(procedures);
    const complete = await tellEnd(scene, procedures);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const end = played && complete ? 'Both procedures are complete' : 'Something is missing: see above';
    console.log(`\n${end} (${seconds} s).`);
    return played && complete;
  } finally {
    await scene.stop();
  }
}

/** Prints what became of each deal. False when a deal lacks something. */
async function tellEnd(scene: Scene, procedures: Procedure[]): Promise<boolean> {
  let complete = true;
  for (const { title, outcome } of procedures.filter(({ outcome: { dealId } }) => dealId !== '')) {
    const found = await lookAt(scene, outcome);
    const missing = missingIn(outcome, found);
    if (missing.length > 0) complete = false;
    console.log(report(title, { outcome, found, missing }));
  }
  return complete;
}
