import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** A reader who takes nothing for so long that this much waits for him is left to come back. */
const mostWaiting = 65_536;

export interface EventStream {
  send(event: string, data: object): void;
  /** Keeps whatever stands between from taking the stream for dead. */
  beat(): void;
  end(): void;
}

/** Turns an answer into server-sent events (HTML standard, 9.2). Fastify has no more to do with it. */
export function openEventStream(reply: FastifyReply): EventStream {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // nginx would keep what is sent until it has enough of it.
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  return {
    send: (event, data) => write(raw, `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(raw, ': still here\n\n'),
    end: () => raw.end(),
  };
}

function write(raw: ServerResponse, text: string): void {
  if (raw.writableEnded || raw.destroyed) return;
  if (raw.writableLength > mostWaiting) raw.destroy();
  else raw.write(text);
}
