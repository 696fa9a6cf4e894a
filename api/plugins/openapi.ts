import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { Type } from 'typebox';
import { dealSchema } from '../../deal/contract/deal.ts';
import { entrySchema, eventSchema } from '../../deal/contract/entry.ts';
import type { Schema } from '../../deal/contract/schema.ts';
import { termsSchema } from '../../deal/contract/terms.ts';
import { actorSchema, personSchema } from '../../deal/people.ts';
import { refusalCodes } from '../../deal/refusals.ts';
import type { App, Deps } from '../deps.ts';

const text = { type: 'string' } as const;
const problemSchema: Schema = {
  type: 'object',
  description: 'RFC 9457',
  properties: {
    type: { ...text, description: '`urn:offerdesk:problem:` and the code' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    reason: { type: 'string', enum: [...refusalCodes], description: 'Why a deal has refused a step' },
    instance: { ...text, description: 'The id of the request, as the log has it' },
    changes: {
      type: 'array',
      items: { type: 'object' },
      description:
        'Of `settingChanged`: what others have changed meanwhile, as `/api/settings/changes` has it',
    },
    errors: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        properties: { pointer: text, detail: text },
        required: ['pointer', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance'],
};

/** What answers are made of, by the names that a client made from the documentation gives them. */
const named = {
  Problem: problemSchema,
  Deal: dealSchema,
  Entry: entrySchema,
  Event: eventSchema,
  Terms: termsSchema,
  Person: personSchema,
  Actor: actorSchema,
} satisfies Record<string, Schema>;

/** An answer of a named form. */
export const reference = <T>(name: keyof typeof named) => Type.Unsafe<T>({ $ref: `${name}#` });

/** The schema with the names of its parts in their place. */
function withNames(schema: unknown, itself?: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(each => withNames(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  const name = Object.entries(named).find(([, each]) => each === schema && each !== itself)?.[0];
  if (name) return { $ref: `${name}#` };
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, withNames(part)]));
}

/**
 * /api/docs: OpenAPI 3.1 made from the schemas of the routes. Pages for people hide themselves from it. Answers are
 * written as they are: what a schema does not know yet is told all the same.
 */
export async function openApi(app: App, { config }: Deps): Promise<void> {
  for (const [name, schema] of Object.entries(named))
    app.addSchema({ $id: name, ...Object(withNames(schema, schema)) });
  app.setSerializerCompiler(() => answer => JSON.stringify(answer));
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Offerdesk',
        version: '1',
        description: 'Private offers on AWS Marketplace, from inquiry to the end of the term.',
      },
      servers: [{ url: config.PUBLIC_URL }],
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description:
              'A key that an admin has made at the desk, under Settings, API keys, or a token of the setting API_TOKENS. A key has the rights of the roles that were ticked; with none it reads and changes nothing. It ends by itself, can be revoked at once, and after 30 wrong ones within a minute an address is answered 429.',
          },
        },
      },
    },
    refResolver: { buildLocalReference: ({ $id }, _base, _fragment, index) => String($id ?? `def-${index}`) },
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
}
