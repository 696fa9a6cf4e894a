import { Type } from 'typebox';
import { problemAnswers } from '../deals/schemas.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const maybe = Type.Optional(Type.String());
const moment = Type.Optional(Type.String({ description: 'ISO, business time' }));

export const logQuery = Type.Object(
  { state: Type.Optional(Type.Enum(['failed', 'held'])), cursor: Type.Optional(words(200)) },
  { additionalProperties: false },
);

const delivery = Type.Object({
  id: Type.String({ description: '`dealId:seq`, as in the timeline' }),
  dealId: Type.String(),
  seq: Type.Integer(),
  type: Type.String(),
  outcome: Type.String(),
  at: Type.String(),
  state: Type.String(),
  attempts: Type.Integer(),
  lastAnswer: maybe,
  answeredAt: moment,
});

export const logAnswer = {
  200: Type.Object({
    host: Type.Optional(Type.String({ description: 'Of the receiver; absent while none is set' })),
    failures: Type.Integer({ description: 'In a row' }),
    pausedAt: moment,
    pausedFor: maybe,
    held: Type.Integer({ description: 'Entries that are held, 1000 at most' }),
    deliveries: Type.Array(delivery, { description: 'Newest first' }),
    nextCursor: Type.Optional(Type.String({ description: 'Absent on the last page' })),
  }),
  ...problemAnswers,
};

export const replayBody = Type.Union([
  Type.Object({ id: words(200) }, { additionalProperties: false }),
  Type.Object({ since: Type.String({ format: 'date-time' }) }, { additionalProperties: false }),
]);
export const letOutAnswer = { 204: Type.Null({ description: 'What is held goes out' }), ...problemAnswers };
