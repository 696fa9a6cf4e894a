import { freePorts } from '../local/addresses.ts';
import { startStack } from '../local/stack.ts';
import { startServers } from './servers.ts';

/** Starts all of the product or its servers alone, says so, and stops: `bench/start-once.ts stack|servers <folder>`. */
const [what, folder = ''] = process.argv.slice(2);
const { TEMPORAL_ADDRESS: _temporal, MONGODB_URI: _mongodb, ...env } = process.env;

const started =
  what === 'servers'
    ? await startServers(folder)
    : await startStack({ dataDir: folder, ports: await freePorts(), env });
console.log('ready');
await started.stop();
process.exit(0);
