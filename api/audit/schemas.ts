import { Type } from 'typebox';
import { dealQuery, problemAnswers } from '../deals/schemas.ts';
import { auditFormats } from './chain.ts';
import { auditParts } from './rows.ts';

const { cursor: _cursor, limit: _limit, sort: _sort, ...narrowing } = dealQuery.properties;

export const auditQuery = Type.Object(
  {
    from: Type.String({
      format: 'date-time',
      description:
        'Included. A file that follows another begins ten minutes before the other ended: a line is written after the moment that it carries. It is known by `deal` and `details.seq`',
    }),
    until: Type.Optional(Type.String({ format: 'date-time', description: 'Not included; now without it' })),
    part: Type.Optional({ ...Type.Enum([...auditParts]), description: 'All without it' }),
    ...narrowing,
  },
  { additionalProperties: false },
);

export const auditParams = Type.Object({ format: Type.Enum([...auditFormats]) });

export const auditAnswers = {
  200: Type.String({
    description:
      'Streamed. Each line has the hash of the one before and itself; the last one signs. `node docs/verify-audit.mjs FILE` checks it',
  }),
  ...problemAnswers,
};
