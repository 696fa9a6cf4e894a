import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StaffRole } from '../../deal/people.ts';
import { freePorts } from '../addresses.ts';
import type { Part } from '../parts/part.ts';
import { startStack } from '../stack.ts';
import { hurry } from '../story/aws.ts';
import { showProgress } from '../terminal/progress.ts';
import { mongodbAt } from '../wiring.ts';
import { type Disk, mountDisk } from './disk.ts';

export interface World {
  urls: Record<'api' | 'emulator' | 'mailbox', string>;
  /** What is killed and frozen, by name. */
  parts: Record<string, Part>;
  mailbox: Part;
  /** Those that may end when they cannot write any more. */
  servers: Part[];
  /** On which all data and logs are; nothing where none of its own could be made. */
  disk: Disk | undefined;
  mongodbUri: string;
  temporalAddress: string;
  tokens: Record<StaffRole, string>;
  stop(): Promise<void>;
}

/** Settings of the product for a run, and the tokens of its callers. */
export function chaosSettings() {
  const tokens = { sales: randomUUID(), approver: randomUUID(), support: randomUUID() };
  const API_TOKENS = Object.entries(tokens)
    .map(([role, token]) => `${role}:${role}:${token}`)
    .join(',');
  // A sweep and a question to AWS come often enough for what was lost to be found within the run.
  return { tokens, settings: { API_TOKENS, RECONCILE_SECONDS: '10' } };
}

/** A stack of its own, with servers of its own, so that all of them can be killed. Its data is gone afterwards. */
export async function startWorld({
  TEMPORAL_ADDRESS: _temporal,
  MONGODB_URI: _mongodb,
  ...env
}: NodeJS.ProcessEnv): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'offerdesk-chaos-'));
  const disk = await mountDisk(dataDir);
  const ports = await freePorts();
  const { settings, tokens } = chaosSettings();
  const { onProgress, end } = showProgress();
  const leave = async () => {
    await disk?.remove();
    await rm(dataDir, { recursive: true, force: true });
  };
  const starting = startStack({ dataDir, ports, env: { ...env, ...settings }, onProgress }).finally(end);
  const stack = await starting.catch(async error => {
    await leave();
    throw error;
  });
  await hurry(stack.urls.emulator);
  const stop = async () => {
    await stack.stop();
    await leave();
  };
  const temporalAddress = `127.0.0.1:${ports.temporal}`;
  const { urls, worker, api, mongodb, temporal, mailbox } = stack;
  const parts = { worker, api, mongodb, temporal };
  const servers = [mongodb, temporal];
  return { urls, parts, mailbox, servers, disk, mongodbUri: mongodbAt(ports), temporalAddress, tokens, stop };
}
