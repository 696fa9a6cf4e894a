import { writeFile } from 'node:fs/promises';
import { bundleWorkflows } from './bundle.ts';

/** `node dist/worker/write-bundle.js <file>`: the workflows, bundled for WORKFLOW_BUNDLE. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('Name the file to write.');
const { code } = await bundleWorkflows();
await writeFile(file, code);
