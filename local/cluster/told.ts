import { isHealthy } from '../parts/parts.ts';
import { playPurchases } from '../story/purchases.ts';
import { sceneAt } from '../story/scene.ts';
import { waitFor } from '../story/wait.ts';
import { type Cluster, startCluster } from './cluster.ts';

/** One of each that has another one beside it. */
const killed = [
  ...['api 1', 'worker 1', 'temporal frontend 1', 'temporal history 1', 'temporal matching 1'],
  ...['mongodb 1', 'worker 2'],
];

/** Plays both procedures on a cluster that loses one process more before each step. False when something is missing. */
export async function tellOnCluster(env: NodeJS.ProcessEnv): Promise<boolean> {
  const cluster = await startCluster({ env, report: console.log });
  const { ports, mongodbUri } = cluster.wiring;
  const scene = { ...sceneAt(ports), mongodbUri, found: false, stop: cluster.stop };
  const victims = [...killed];
  try {
    return await playPurchases(scene, () => killNext(cluster, victims));
  } finally {
    await cluster.stop();
  }
}

async function killNext({ parts, urls }: Cluster, victims: string[]): Promise<void> {
  const name = victims.shift();
  if (!name) return;
  await parts[name]?.kill();
  const isReady = () => isHealthy(`${urls.api}/health/ready`).catch(() => false);
  await waitFor(`the api without ${name}`, isReady);
}
