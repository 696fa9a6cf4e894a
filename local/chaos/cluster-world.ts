import { startCluster } from '../cluster/cluster.ts';
import { hurry } from '../story/aws.ts';
import { chaosSettings, type World } from './world.ts';

/** The product as on many machines, with a door in front, so that any one process can be killed. */
export async function startClusterWorld(env: NodeJS.ProcessEnv): Promise<World> {
  const { settings, tokens } = chaosSettings();
  const cluster = await startCluster({ env: { ...env, ...settings }, report: console.log });
  const { urls, parts, mailbox, wiring, stop } = cluster;
  await hurry(urls.emulator);
  const { mongodbUri, temporalAddress } = wiring;
  return { urls, parts, mailbox, servers: [], disk: undefined, mongodbUri, temporalAddress, tokens, stop };
}
