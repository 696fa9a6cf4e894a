import type { FastifyRequest } from 'fastify';
import type { App } from '../deps.ts';

/** Lets the routes of one feature read forms that another site sends as multipart. Files in them are not expected. */
export function acceptMultipart(app: App, bodyLimit: number): void {
  const options = { parseAs: 'buffer', bodyLimit } as const;
  app.addContentTypeParser<Buffer>(
    'multipart/form-data',
    options,
    async (request: FastifyRequest, body: Buffer) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => []);
      return Object.fromEntries(form);
    },
  );
}
