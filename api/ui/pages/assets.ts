import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type {} from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { keysOf } from '../../../deal/keys-of.ts';

/** `desk.js` is for staff alone; buyers have no use for it. */
const types = {
  'site.css': 'text/css; charset=utf-8',
  'site.js': 'text/javascript; charset=utf-8',
  'desk.js': 'text/javascript; charset=utf-8',
};
export type File = keyof typeof types;

interface Asset {
  content: Buffer;
  hash: string;
}

/** The style sheet's parts in the order in which they override one another; browsers get them as one file. */
const styles = [
  'colours',
  'ground',
  'frame',
  'layout',
  'forms',
  'notices',
  'lists',
  'messages',
  'mails',
  'deal',
  'deals',
  'desk',
  'reports',
  'narrow',
  'print',
];

/** Read once: the files are small, and an address names exactly what this process serves. */
const loaded: Record<File, Asset> = {
  'site.css': load(styles.map(part => `css/${part}.css`)),
  'site.js': load(['site.js']),
  'desk.js': load(['desk.js']),
};

function load(parts: string[]): Asset {
  const content = Buffer.concat(
    parts.map(part => readFileSync(new URL(`../public/${part}`, import.meta.url))),
  );
  return { content, hash: createHash('sha256').update(content).digest('base64url').slice(0, 12) };
}

/** The address of the style sheet or the script. It changes with the content, so that browsers may keep the file. */
export function assetUrl(file: File): string {
  return `/assets/${file}?v=${loaded[file].hash}`;
}

/** Serves the style sheet and the script of all pages. */
export async function assets(app: FastifyInstance): Promise<void> {
  for (const file of keysOf(types)) {
    const type = types[file];
    const { content, hash } = loaded[file];
    const etag = `"${hash}"`;
    app.get(`/assets/${file}`, { schema: { hide: true } }, async (request, reply) => {
      reply.headers({ etag, 'cache-control': 'public, max-age=86400', 'content-type': type });
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(content);
    });
  }
}
