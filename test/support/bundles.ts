import { dirname, join } from 'node:path';
import { workflowBundleAt } from '../../worker/bundle.ts';

const built = process.env.WORKFLOW_BUNDLE ?? '';

/** The workflows as they run: made once for all tests on real servers; a new bundle without those. */
export const workflowBundle = () => workflowBundleAt(built);

/** The workflows as `npm run rebuild` runs them again; for tests on real servers alone. */
export const replayBundle = () => ({ codePath: join(dirname(built), 'replay.js') });
