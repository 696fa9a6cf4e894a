import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../addresses.ts';
import { keptClock, keptSecrets } from '../data-folder.ts';
import { compiledProduct } from '../parts/compiled.ts';
import { createPart, type Part } from '../parts/part.ts';
import { launchNode } from '../parts/parts.ts';
import { seedStaff } from '../parts/staff.ts';
import { replicaSetAt } from '../servers/mongodb.ts';
import type { Report } from '../servers/program.ts';
import { run } from '../servers/run.ts';
import { findTemporal, isReady } from '../servers/temporal.ts';
import { urlsOf } from '../stack.ts';
import { waitFor } from '../story/wait.ts';
import type { Wiring } from '../wiring.ts';
import { type Door, openDoor } from './door.ts';
import { type Crew, type Ground, mongodbCrew, postgresqlCrew, productCrew, temporalCrew } from './members.ts';
import { findTemporalServer, makeDatabases, type Service } from './temporal.ts';

export interface Cluster {
  wiring: Wiring;
  urls: Record<'api' | 'emulator' | 'mailbox', string>;
  /** Every process but the emulator and the mailbox, by name. */
  parts: Record<string, Part>;
  mailbox: Part;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  env: NodeJS.ProcessEnv;
  report: Report;
}

const temporalServices: [Service, number][] = [
  ['frontend', 2],
  ['history', 2],
  ['matching', 2],
  ['worker', 1],
];

/**
 * The product as it runs on many machines, on this one: Temporal's services in processes of their own on PostgreSQL, three
 * members of MongoDB, two apis and three workers. A door stands where a load balancer would. Its data is gone afterwards.
 */
export async function startCluster({ env, report }: ClusterOptions): Promise<Cluster> {
  const programs = await findTemporalServer(report);
  const dataDir = await mkdtemp(join(tmpdir(), 'offerdesk-cluster-'));
  // PostgreSQL may run as another user.
  await chmod(dataDir, 0o711);
  const failing = new AbortController();
  const ground = { dataDir, signal: failing.signal };
  const plan = await planned(ground, { env, report, server: programs.server });
  const { wiring, parts, emulator, mailbox } = plan;
  const doors: Door[] = [];
  const stop = async () => {
    for (const part of [...Object.values(parts), emulator, mailbox]) await part.stop();
    for (const door of doors) await door.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await startServers(plan, { sqlTool: programs.sqlTool, doors, failing });
    report('Temporal and MongoDB run');
    await seedStaff(wiring.mongodbUri);
    await together([plan.apis, plan.workers].flatMap(partsOf).concat(emulator, mailbox), failing);
    report('the product runs');
  } catch (error) {
    await stop();
    throw error;
  }
  return { wiring, urls: urlsOf(wiring.ports, env), parts, mailbox, stop };
}

type Plan = Awaited<ReturnType<typeof planned>>;

/** Every process with its ports, none of them started. */
async function planned(ground: Ground, { env, report, server }: ClusterOptions & { server: string }) {
  const { dataDir } = ground;
  const ports = await freePorts();
  const postgresql = await postgresqlCrew(ground);
  const mongodb = await mongodbCrew(ground);
  const home = { postgresql: postgresql.ports[0] ?? 0, frontends: ports.temporal, folder: dataDir };
  const temporal: Crew[] = [];
  for (const [service, count] of temporalServices)
    temporal.push(await temporalCrew(ground, { server, service, count, home }));
  const wiring: Wiring = {
    ...{ ports, dataDir, secrets: keptSecrets(dataDir), clock: keptClock(dataDir) },
    temporalAddress: `127.0.0.1:${ports.temporal}`,
    mongodbUri: replicaSetAt(mongodb.ports, 'offerdesk'),
  };
  const product = { wiring, env, compiled: compiledProduct(report) };
  const apis = await productCrew(ground, { ...product, kind: 'api', count: 2 });
  const workers = await productCrew(ground, { ...product, kind: 'worker', count: 3 });
  const beside = (kind: 'emulator' | 'mailbox') =>
    createPart({
      name: kind,
      launch: () => launchNode(kind, { ...product, signal: ground.signal }),
    });
  const crews = [workers, apis, mongodb, ...temporal, postgresql];
  const parts: Record<string, Part> = Object.assign({}, ...crews.map(crew => crew.parts));
  const [emulator, mailbox] = [beside('emulator'), beside('mailbox')];
  return { wiring, postgresql, mongodb, temporal, apis, workers, emulator, mailbox, parts };
}

async function startServers(
  { wiring: { ports, temporalAddress }, postgresql, mongodb, temporal, apis }: Plan,
  { sqlTool, doors, failing }: { sqlTool: string; doors: Door[]; failing: AbortController },
): Promise<void> {
  await together(partsOf(postgresql), failing);
  await makeDatabases(sqlTool, postgresql.ports[0] ?? 0);
  const [frontends] = temporal;
  doors.push(await openDoor({ port: ports.temporal, to: frontends?.ports ?? [] }));
  doors.push(await openDoor({ port: ports.api, to: apis.ports }));
  await together([...temporal, mongodb].flatMap(partsOf), failing);
  await makeNamespace(temporalAddress);
}

const partsOf = ({ parts }: Crew) => Object.values(parts);

/** The first failure ends the waiting of the others; all have ended before it is thrown, so that all can be stopped. */
async function together(parts: Part[], failing: AbortController): Promise<void> {
  await Promise.all(parts.map(part => part.start().catch(error => failing.abort(error))));
  failing.signal.throwIfAborted();
}

/** As docker/temporal-namespace.sh does. */
async function makeNamespace(address: string): Promise<void> {
  const namespace = 'default';
  const command = await findTemporal();
  const args = [
    'operator',
    'namespace',
    'create',
    '-n',
    namespace,
    '--retention',
    '30d',
    '--address',
    address,
  ];
  const isMade = () =>
    run({ command, args, timeoutMs: 10_000 }).then(
      () => true,
      error => /already exists/.test(error.message),
    );
  const within = { withinMs: 120_000, pauseMs: 500 };
  await waitFor('the namespace', isMade, within);
  await waitFor('Temporal', () => isReady({ address, namespace }).catch(() => false), within);
}
