import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import { freePorts, type Ports, portsFrom } from '../addresses.ts';
import { people } from '../people.ts';
import { startStack } from '../stack.ts';
import { showProgress } from '../terminal/progress.ts';
import { mongodbAt } from '../wiring.ts';
import { type Staff, type StaffMember, staffAtDesk } from './desk.ts';
import { type Mailbox, mailboxAt } from './mails.ts';

/** Where the stories play, and who of the staff is at work. */
export interface Scene {
  api: string;
  marketplace: string;
  mongodbUri: string;
  mailbox: Mailbox;
  sales: Staff;
  approver: Staff;
  /** Set when the stack was there before the story. */
  found: boolean;
  stop(): Promise<void>;
}

/** The stack that `npm start` runs, or one of its own on other ports, with data that is gone afterwards. */
export async function setScene(env: NodeJS.ProcessEnv): Promise<Scene> {
  const ports = portsFrom(env);
  if (await isRunning(ports)) {
    const mongodbUri = env.MONGODB_URI || mongodbAt(ports);
    return { ...sceneAt(ports), mongodbUri, found: true, stop: async () => {} };
  }
  return startScene(env);
}

/** A stack for the story alone, on other ports, with data that is gone afterwards. */
export async function startScene({
  TEMPORAL_ADDRESS: _temporal,
  MONGODB_URI: _mongodb,
  ...env
}: NodeJS.ProcessEnv): Promise<Scene & { clock: Clock }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'offerdesk-story-'));
  const ports = await freePorts();
  const { onProgress, end } = showProgress();
  const stack = await startStack({ dataDir, ports, env, onProgress }).finally(end);
  const stop = async () => {
    await stack.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const { OFFERDESK_TIME_SCALE, OFFERDESK_TIME_ANCHOR } = stack.environment;
  const clock = { scale: Number(OFFERDESK_TIME_SCALE), anchor: Number(OFFERDESK_TIME_ANCHOR) };
  return { ...sceneAt(ports), mongodbUri: mongodbAt(ports), found: false, stop, clock };
}

/** The scene on a stack with these ports. */
export function sceneAt(ports: Ports) {
  const mailbox = mailboxAt(at(ports.mailbox));
  return {
    api: at(ports.api),
    marketplace: at(ports.emulator),
    mailbox,
    sales: staffAtDesk(staffWith('sales'), mailbox),
    approver: staffAtDesk(staffWith('approver'), mailbox),
  };
}

const staffWith = (role: StaffMember['role']) => people.find(each => each.role === role) as StaffMember;
const at = (port: number) => `http://localhost:${port}`;

/** All parts answer as ours do, and the marketplace sends its buyers to this api. */
async function isRunning({ api, worker, emulator, mailbox }: Ports): Promise<boolean> {
  const [ready, working, settings, mails] = await Promise.all([
    answer(`${at(api)}/health/ready`),
    answer(`${at(worker)}/health/ready`),
    answer(`${at(emulator)}/control/settings`),
    answer(`${at(mailbox)}/api/mails?limit=1`),
  ]);
  const leadsHere = String((settings as { fulfillmentUrl?: string })?.fulfillmentUrl).startsWith(at(api));
  return Boolean(ready && working && leadsHere && Array.isArray(mails));
}

async function answer(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
