import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** What a receiver does with one message. */
export type Reaction = (response: ServerResponse) => void;

export const reactions = {
  takes: response => response.writeHead(204).end(),
  throttles: response => response.writeHead(429, { 'retry-after': '1' }).end(),
  breaks: response => response.writeHead(500).end(),
  redirects: response => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
  stalls: () => {},
  drops: response => response.destroy(),
  isGone: response => response.writeHead(410).end(),
  refuses: response => response.writeHead(404).end(),
} satisfies Record<string, Reaction>;

/** Asks for a pause of so many seconds; as a date, which has no fractions of a second. */
export const asksFor =
  (seconds: number, { asDate = false } = {}): Reaction =>
  response => {
    const date = new Date(Date.now() + (seconds + 1) * 1000).toUTCString();
    response.writeHead(asDate ? 503 : 429, { 'retry-after': asDate ? date : String(seconds) }).end();
  };

export interface Heard {
  id: string;
  /** Epoch ms. */
  at: number;
  /** The id of the line in the timeline. */
  line: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at messages of every shape
  body: any;
  text: string;
}

export const webhookSecret = `whsec_${Buffer.from('a secret for the tests only').toString('base64')}`;

/**
 * A receiver as a vendor would write it: it takes nothing but what is signed, and notes what it heard. `react` decides
 * about each message; without it everything is taken.
 */
export async function startWebhookReceiver({ signed = true } = {}) {
  const heard: Heard[] = [];
  let react: (message: Heard) => Reaction = () => reactions.takes;
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    const headers = request.headers as Record<string, string>;
    try {
      const body = signed ? new Webhook(webhookSecret).verify(text, headers) : JSON.parse(text);
      const line = `${body.data?.dealId}:${body.data?.entry?.seq}`;
      const message = { id: headers['webhook-id'] ?? '', at: Date.now(), line, body, text };
      heard.push(message);
      react(message)(response);
    } catch {
      response.writeHead(400).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-path`,
    heard,
    of: (dealId: string) => heard.filter(each => each.body.data?.dealId === dealId),
    reactWith(next: (message: Heard) => Reaction) {
      react = next;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
