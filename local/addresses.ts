import { freePort, type Port } from './ports.ts';
import { StartError } from './start-error.ts';

// Every port the local stack listens on, and the variable that moves it.
const PORTS = {
  api: { port: 3000, usedBy: 'the api', variable: 'PORT' },
  worker: { port: 3001, usedBy: "the worker's health page", variable: 'WORKER_PORT' },
  emulator: { port: 4010, usedBy: 'the AWS Marketplace emulator', variable: 'EMULATOR_PORT' },
  mailbox: { port: 4020, usedBy: 'the mailbox', variable: 'MAILBOX_PORT' },
  smtp: { port: 4025, usedBy: "the mailbox's SMTP", variable: 'SMTP_PORT' },
  temporal: { port: 7233, usedBy: 'Temporal', variable: 'TEMPORAL_PORT' },
  temporalUi: { port: 8233, usedBy: "Temporal's pages", variable: 'TEMPORAL_UI_PORT' },
  mongodb: { port: 27027, usedBy: 'MongoDB', variable: 'MONGODB_PORT' },
} satisfies Record<string, Port>;

export type Ports = Record<keyof typeof PORTS, number>;

/** The ports of `npm start`, moved where the environment says so. */
export function portsFrom(env: NodeJS.ProcessEnv): Ports {
  return mapPorts(({ port, variable }) => (env[variable] ? parsePort(variable, env[variable]) : port));
}

/** Ports that are free at this moment, for a stack beside others. */
export async function freePorts(): Promise<Ports> {
  const free = await Promise.all(Object.keys(PORTS).map(() => freePort()));
  return mapPorts(() => free.pop() as number);
}

/** One port in the form that says who uses it and what moves it. */
export function describedPort(name: keyof Ports, port: number): Port {
  return { ...PORTS[name], port };
}

/** The chosen ports in the form that says who uses them and what moves them. */
export function described(ports: Ports): Port[] {
  return Object.values(mapPorts((_entry, name) => describedPort(name, ports[name])));
}

function mapPorts<T>(choose: (entry: Port, name: keyof Ports) => T): Record<keyof Ports, T> {
  const entries = Object.entries(PORTS).map(([name, entry]) => [name, choose(entry, name as keyof Ports)]);
  return Object.fromEntries(entries) as Record<keyof Ports, T>;
}

function parsePort(variable: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartError(`${variable}=${text} is not a port. Give a number from 1 to 65535.`);
}
