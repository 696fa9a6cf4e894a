import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Door {
  close(): Promise<void>;
}

/**
 * One address for several processes that do the same, as a load balancer is: each connection goes to the next one that
 * takes it. What a dead process had in hand is cut off, as it is behind any balancer.
 */
export async function openDoor({ port, to }: { port: number; to: number[] }): Promise<Door> {
  let turn = 0;
  const open = new Set<Socket>();
  const server: Server = createServer(socket => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    turn += 1;
    pass(
      socket,
      to.map((_, index) => to[(index + turn) % to.length] as number),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

function pass(caller: Socket, [port, ...others]: number[]): void {
  if (port === undefined) return void caller.destroy();
  const process = connect({ port, host: '127.0.0.1' });
  let isThere = false;
  process.once('connect', () => {
    isThere = true;
    caller.pipe(process).pipe(caller);
  });
  process.once('error', () => (isThere ? caller.destroy() : pass(caller, others)));
  caller.once('error', () => process.destroy());
  caller.once('close', () => process.destroy());
}
