import { join } from 'node:path';
import type { Child } from '../child.ts';
import { logFileIn } from '../data-folder.ts';
import { createPart, type Part } from '../parts/part.ts';
import { launchNode } from '../parts/parts.ts';
import { freePort } from '../ports.ts';
import { startMongodb } from '../servers/mongodb.ts';
import { startPostgresql } from '../servers/postgresql.ts';
import type { Wiring } from '../wiring.ts';
import { type Home, type Service, startMember } from './temporal.ts';

/** Parts with their names, and the ports at which they stand side by side. */
export interface Crew {
  parts: Record<string, Part>;
  ports: number[];
}

export interface Ground {
  dataDir: string;
  /** Ends the start of parts that are not ready yet. */
  signal: AbortSignal;
}

async function crewOf(
  names: string[],
  launch: (of: { name: string; port: number; ports: number[] }) => Promise<Child>,
): Promise<Crew> {
  const ports: number[] = [];
  const parts: Record<string, Part> = {};
  for (const name of names) {
    const port = await freePort();
    ports.push(port);
    parts[name] = createPart({ name, launch: () => launch({ name, port, ports }) });
  }
  return { parts, ports };
}

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);

export const postgresqlCrew = ({ dataDir, signal }: Ground): Promise<Crew> =>
  crewOf(['postgresql'], ({ name, port }) =>
    startPostgresql({ port, dataDir: join(dataDir, name), logFile: logFileIn(dataDir, name), signal }),
  );

export const mongodbCrew = ({ dataDir, signal }: Ground): Promise<Crew> =>
  crewOf(numbered('mongodb', 3), async ({ name, port, ports: members }) => {
    const folder = join(dataDir, name.replaceAll(' ', '-'));
    const logFile = logFileIn(dataDir, name);
    const { child } = await startMongodb({ port, members, dataDir: folder, logFile, signal });
    return child;
  });

/** Each service in processes of its own, which find one another by the database. */
export async function temporalCrew(
  { signal }: Ground,
  { server, service, count, home }: { server: string; service: Service; count: number; home: Home },
): Promise<Crew> {
  const launch = async ({ name, port: rpc }: { name: string; port: number }) =>
    startMember({ server, name, home, signal }, { service, rpc, membership: await freePort() });
  return crewOf(numbered(`temporal ${service}`, count), launch);
}

/** Processes of the product, all with the same settings. */
export const productCrew = (
  { signal }: Ground,
  { kind, count, ...options }: { kind: 'api' | 'worker'; count: number } & Product,
): Promise<Crew> =>
  crewOf(numbered(kind, count), ({ name, port }) =>
    launchNode(kind, { ...options, signal, own: { name, port } }),
  );

export interface Product {
  wiring: Wiring;
  env: NodeJS.ProcessEnv;
  compiled: Promise<string>;
}
