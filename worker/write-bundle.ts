import { writeFile } from 'node:fs/promises';
import { bundleForRebuilding, bundleWorkflows } from './bundle.ts';

/** `node dist/worker/write-bundle.js <file> <file>`: the workflows, bundled for WORKFLOW_BUNDLE and for `npm run rebuild`. */
const [workflows, rebuilding] = process.argv.slice(2);
if (!workflows || !rebuilding) throw new Error('Name the two files to write.');
await writeFile(workflows, (await bundleWorkflows()).code);
await writeFile(rebuilding, (await bundleForRebuilding()).code);
