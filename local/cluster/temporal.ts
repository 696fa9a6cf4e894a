import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild, waitForChild } from '../child.ts';
import { logFileIn } from '../data-folder.ts';
import { takesConnections } from '../ports.ts';
import { buildWithGo } from '../servers/go.ts';
import { postgresqlUser } from '../servers/postgresql.ts';
import { findProgram, type Report } from '../servers/program.ts';
import { run } from '../servers/run.ts';

// The server that is in the command-line program of local/servers/temporal.ts.
const VERSION = '1.32.0';
const SHARDS = 512;

const services = ['frontend', 'history', 'matching', 'worker'] as const;
export type Service = (typeof services)[number];

/** One process of the cluster: what it does, and its two ports. */
export interface Member {
  service: Service;
  rpc: number;
  membership: number;
}

/** Where all members keep what they know, and where they and everybody else find a frontend. */
export interface Home {
  postgresql: number;
  frontends: number;
  folder: string;
}

const databases = { temporal: 'temporal', temporal_visibility: 'visibility' } as const;

const sourceOf = (what: string) => `go.temporal.io/server/cmd/${what}@v${VERSION}`;
const remedy = 'Put it on the PATH (https://github.com/temporalio/temporal/releases), or install Go.';
const findOne = (name: string, what: string, report?: Report) => {
  const key = `${name}-${VERSION}-go`;
  return findProgram(
    { name, remedy, sources: [{ key, fetchInto: file => buildWithGo(sourceOf(what), file) }] },
    report,
  );
};

/** The two programs of the server, built from their published sources the first time. */
export async function findTemporalServer(report?: Report) {
  return {
    server: await findOne('temporal-server', 'server', report),
    sqlTool: await findOne('temporal-sql-tool', 'tools/sql', report),
  };
}

/** Makes Temporal's two databases as its makers do: an empty schema, brought to this version. */
export async function makeDatabases(sqlTool: string, port: number): Promise<void> {
  for (const [database, schema] of Object.entries(databases)) {
    const there = ['--plugin', 'postgres12', '--ep', '127.0.0.1', '-p', `${port}`, '-u', postgresqlUser];
    const tell = (...words: string[]) =>
      run({ command: sqlTool, args: [...there, '--db', database, ...words], timeoutMs: 120_000 });
    await tell('create-database');
    await tell('setup-schema', '-v', '0.0');
    await tell('update-schema', '--schema-name', `postgresql/v12/${schema}`);
  }
}

/** Starts one process of the cluster and waits until its port is open. */
export async function startMember(
  { server, name, home, signal }: { server: string; name: string; home: Home; signal: AbortSignal },
  member: Member,
): Promise<Child> {
  const folder = join(home.folder, 'temporal');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  // YAML takes JSON.
  writeFileSync(file, JSON.stringify(settingsOf(member, home)));
  const child = startChild({
    name,
    command: server,
    args: ['--config-file', file, '--allow-no-auth', 'start', '--service', member.service],
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    logFile: logFileIn(home.folder, name),
  });
  await waitForChild({ child, until: () => takesConnections(member.rpc), signal });
  return child;
}

const dynamicConfig = join(import.meta.dirname, '../../docker/temporal-dynamicconfig.yaml');

function settingsOf({ rpc, membership }: Member, { postgresql, frontends }: Home) {
  const ownPorts = { grpcPort: rpc, membershipPort: membership, bindOnLocalHost: true };
  const store = (databaseName: string, maxConns: number) => ({
    sql: {
      ...{ pluginName: 'postgres12', databaseName, connectProtocol: 'tcp', user: postgresqlUser },
      ...{ connectAddr: `127.0.0.1:${postgresql}`, maxConns, maxIdleConns: maxConns },
    },
  });
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      ...{ defaultStore: 'deals', visibilityStore: 'visibility', numHistoryShards: SHARDS },
      datastores: { deals: store('temporal', 10), visibility: store('temporal_visibility', 5) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    // A process knows of all services, and starts its own alone.
    services: Object.fromEntries(services.map(name => [name, { rpc: ownPorts }])),
    clusterMetadata: {
      ...{ enableGlobalNamespace: false, failoverVersionIncrement: 10 },
      ...{ masterClusterName: 'active', currentClusterName: 'active' },
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcAddress: `127.0.0.1:${frontends}` },
      },
    },
    publicClient: { hostPort: `127.0.0.1:${frontends}` },
    dynamicConfigClient: { filepath: dynamicConfig, pollInterval: '60s' },
  };
}
