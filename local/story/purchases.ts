import { lookAt, missingIn } from './expectations.ts';
import { play } from './play.ts';
import { existingAccount, newAccount, type Procedure } from './procedures.ts';
import { report } from './report.ts';
import { type Scene, setScene } from './scene.ts';

/** Plays both procedures to the end. False when something is missing. */
export async function tellPurchases(env: NodeJS.ProcessEnv): Promise<boolean> {
  const scene = await setScene(env);
  try {
    console.log(`Playing on ${scene.api}, ${scene.found ? 'which was running' : 'started for the story'}.\n`);
    return await playPurchases(scene);
  } finally {
    await scene.stop();
  }
}

/** Plays both on a scene, with what is to happen before each step. False when something is missing. */
export async function playPurchases(scene: Scene, before = async () => {}): Promise<boolean> {
  const procedures = [newAccount(scene), existingAccount(scene)];
  const played = await play(procedures.map(procedure => interrupted(procedure, before)));
  const complete = await tellEnd(scene, procedures);
  return played && complete;
}

const interrupted = (procedure: Procedure, before: () => Promise<void>): Procedure => ({
  ...procedure,
  steps: procedure.steps.map(({ title, play: go }) => ({ title, play: () => before().then(go) })),
});

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
