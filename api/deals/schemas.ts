import { Type } from 'typebox';
import type { Deal } from '../../deal/deal.ts';
import type { Entry } from '../../deal/events.ts';
import { keysOf } from '../../deal/keys-of.ts';
import { languages } from '../../deal/people.ts';
import { stages } from '../../deal/stages.ts';
import { pattern } from '../../shared/faults/schema-faults.ts';
import { attentions, listSorts } from '../../shared/models/deal-list.ts';
import { longestSearch } from '../../shared/search/words.ts';
import { keyPattern } from '../plugins/idempotency-key.ts';
import { reference } from '../plugins/openapi.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
/** What no name has, and no search in MongoDB may have. */
const visible = pattern('^[^\\u0000-\\u001f\\u007f]*$', 'visible');

const day = Type.String({
  pattern: pattern('^\\d{4}-\\d{2}-\\d{2}$', 'date'),
  description: 'The last day of the offer, or of the agreement, `YYYY-MM-DD`, included',
});

export const dealQuery = Type.Object(
  {
    stage: Type.Optional(Type.Enum([...stages])),
    owner: Type.Optional(words(254)),
    stuck: Type.Optional(Type.Boolean()),
    attention: Type.Optional({
      ...Type.Enum([...attentions]),
      description: 'What waits for staff; `any` of it',
    }),
    language: Type.Optional({ ...Type.Enum([...languages]), description: 'Of the contact' }),
    endsFrom: Type.Optional(day),
    endsTo: Type.Optional(day),
    sort: Type.Optional({
      ...Type.Enum(keysOf(listSorts)),
      description:
        '`updated`: newest change first, as is every search. `ends`: by the last day, as is every list narrowed to it. `since`: longest in its stage first. `worth`: by currency, the largest amount first',
    }),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: longestSearch,
        pattern: visible,
        description:
          'An id, an AWS account, an e-mail address, a domain, the beginning of a word of a name, a part of a Japanese one, or an address of AWS that names one of these',
      }),
    ),
    cursor: Type.Optional(words(400)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
);

export const dealParams = Type.Object({ dealId: words(64) });

const key = Type.String({ pattern: pattern(keyPattern, 'key') });
export const commandParams = Type.Object({ dealId: words(64), commandId: key });
export const idempotencyHeader = Type.Object({
  'idempotency-key': Type.Optional({
    ...key,
    description:
      'The same key with the same content gets the same answer. Each caller has keys of his own. Made up when absent, and sent back.',
  }),
});

export const problem = reference('Problem');
export const problemAnswers = { '4xx': problem, '5xx': problem };

/** What became of a command. */
export const answers = {
  200: Type.Object({
    outcome: Type.Literal('applied'),
    commandId: Type.String(),
    entry: reference<Entry>('Entry'),
  }),
  202: Type.Object(
    { outcome: Type.Literal('pending'), commandId: Type.String() },
    { description: 'Safe, and not decided yet; look at Location.' },
  ),
  ...problemAnswers,
};
export const dealAnswer = { 200: reference<Deal>('Deal'), ...problemAnswers };
export const dealsAnswer = {
  200: Type.Object({
    deals: Type.Array(reference<Deal>('Deal')),
    previousCursor: Type.Optional(Type.String({ description: 'Absent on the first page' })),
    nextCursor: Type.Optional(Type.String({ description: 'Absent on the last page' })),
  }),
  ...problemAnswers,
};
export const timelineAnswer = {
  200: Type.Object({ entries: Type.Array(reference<Entry>('Entry'), { description: 'Newest first' }) }),
  ...problemAnswers,
};
