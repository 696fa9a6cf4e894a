import { running } from './running.ts';

/** Stops what the global set-up started and removes its data. */
export default async function stopServers(): Promise<void> {
  await running.stop();
}
