import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { headers: IncomingHttpHeaders; body: string; url: string };

type Answer<T> = (received: Received, count: number) => T;

/** A server that notes what it is sent. `answer` gives the status of each request, `ready` when it is given. */
export async function startReceiver(
  answer: Answer<number> = () => 200,
  ready: Answer<Promise<void>> = () => Promise.resolve(),
) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = { headers: request.headers, body: Buffer.concat(chunks).toString(), url: request.url ?? '' };
    received.push(one);
    await ready(one, received.length);
    response.writeHead(answer(one, received.length)).end();
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, received, stop: () => new Promise(closed => server.close(closed)) };
}
