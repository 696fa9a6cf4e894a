import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { StartError } from './start-error.ts';

export type Port = { port: number; usedBy: string; variable: string };

/** Refuses ports that another program listens on, all of them in one message. Call it before anything is started. */
export async function assertPortsFree(ports: Port[]): Promise<void> {
  assertPortsDiffer(ports);
  const checked = await Promise.all(ports.map(async port => ({ ...port, free: await isFree(port.port) })));
  const taken = checked.filter(({ free }) => !free);
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ port, usedBy, variable }) =>
      `Port ${port} (${usedBy}) is taken by another program. Stop it, or move ${usedBy}: ${variable}=${port + 100} npm start`,
  );
  throw new StartError(lines.join('\n'));
}

/** Below what systems give to outgoing connections (Linux: 32768 and more), any of which could take the port meanwhile. */
const quietPorts = { from: 10_000, to: 32_000 };
const given = new Set<number>();

/** A port nobody listens on at this moment, another one each time. Take it soon: nothing reserves it. */
export async function freePort(): Promise<number> {
  const port = randomInt(quietPorts.from, quietPorts.to);
  if (given.has(port) || !(await isFree(port))) return freePort();
  given.add(port);
  return port;
}

/** Whether somebody listens there. Throws when nobody does. */
export async function takesConnections(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } finally {
    socket.destroy();
  }
}

function assertPortsDiffer(ports: Port[]): void {
  const owners = new Map<number, Port>();
  for (const entry of ports) {
    const other = owners.get(entry.port);
    if (other) {
      throw new StartError(
        `${other.variable} and ${entry.variable} are both ${entry.port}. Give each its own port.`,
      );
    }
    owners.set(entry.port, entry);
  }
}

// Both addresses are tried because macOS lets one program have 127.0.0.1 and another have all addresses.
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return resolve(false);
      reject(new StartError(`Port ${port} cannot be used: ${error.message}`));
    });
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}
