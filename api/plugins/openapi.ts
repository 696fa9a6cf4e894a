import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { App, Deps } from '../deps.ts';

/** /api/docs: OpenAPI 3.1 made from the schemas of the routes. Pages for people hide themselves from it. */
export async function openApi(app: App, { config }: Deps): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Offerdesk',
        version: '1',
        description: 'Private offers on AWS Marketplace, from inquiry to the end of the term.',
      },
      servers: [{ url: config.PUBLIC_URL }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
}
