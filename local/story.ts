import { tellOnCluster } from './cluster/told.ts';
import { StartError } from './start-error.ts';
import { chosenFrom, help } from './story/chosen.ts';
import { tellPurchases } from './story/purchases.ts';
import { tellSilentBuyer } from './story/silent-buyer/told.ts';
import { onStopAsked } from './terminal/signals.ts';

// No child outlives this process: see child.ts.
onStopAsked(() => process.exit(130));

const began = performance.now();
const done = await tellChosen(process.argv.slice(2)).catch(error => {
  console.error(`\n${error instanceof StartError ? error.message : (error as Error).stack}`);
  return false;
});
process.exit(done ? 0 : 1);

async function tellChosen(args: string[]): Promise<boolean> {
  switch (chosenFrom(args)) {
    case 'help':
      console.log(help);
      return true;
    case 'purchases':
      return tellEnd(await tellPurchases(process.env), 'Both procedures are complete');
    case 'cluster':
      return tellEnd(await tellOnCluster(process.env), 'Both procedures are complete');
    case 'silentBuyer':
      return tellEnd(await tellSilentBuyer(process.env), 'The deal is active');
  }
}

function tellEnd(complete: boolean, words: string): boolean {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`\n${complete ? words : 'Something is missing: see above'} (${seconds} s).`);
  return complete;
}
