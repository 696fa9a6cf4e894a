import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Door, openDoor } from '../../../local/cluster/door.ts';
import { freePort } from '../../../local/ports.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function serverThatSays(words: string): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    if (request.url !== '/never') response.end(words);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  opened.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return { server, port: (server.address() as AddressInfo).port };
}

async function doorTo(...to: number[]): Promise<string> {
  const port = await freePort();
  const door: Door = await openDoor({ port, to });
  opened.push(door);
  return `http://127.0.0.1:${port}`;
}

const ask = async (url: string) => {
  const answer = await fetch(url, { headers: { connection: 'close' } });
  return answer.text();
};

describe('one address for several processes', () => {
  it('leads to each in turn', async () => {
    const url = await doorTo((await serverThatSays('one')).port, (await serverThatSays('two')).port);
    const said = [await ask(url), await ask(url), await ask(url), await ask(url)];
    expect(said.toSorted()).toEqual(['one', 'one', 'two', 'two']);
  });

  it('passes over a process that is dead', async () => {
    const url = await doorTo(await freePort(), (await serverThatSays('two')).port);
    expect([await ask(url), await ask(url), await ask(url)]).toEqual(['two', 'two', 'two']);
  });

  it('cuts off what a process had in hand when it dies, and nobody waits', async () => {
    const { server, port } = await serverThatSays('one');
    const url = await doorTo(port);
    const waiting = ask(`${url}/never`).catch(() => 'cut off');
    await once(server, 'request');
    server.closeAllConnections();
    expect(await waiting).toBe('cut off');
  });

  it('refuses when all are dead', async () => {
    await expect(ask(await doorTo(await freePort(), await freePort()))).rejects.toThrow();
  });
});
