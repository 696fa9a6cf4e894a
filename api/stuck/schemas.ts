import { Type } from 'typebox';
import { keysOf } from '../../deal/keys-of.ts';
import { stages } from '../../deal/stages.ts';
import { retryWorth, stuckReasons } from '../../deal/stuck.ts';
import { currencies } from '../../deal/terms/money.ts';
import { problemAnswers } from '../deals/schemas.ts';
import { clockOrders } from '../service/stuck/find.ts';

const reason = Type.Enum(keysOf(stuckReasons));
const cure = Type.Enum(keysOf(retryWorth));
const moment = Type.String({ description: 'ISO, business time' });
const sum = Type.Object({ currency: Type.Enum([...currencies]), amount: Type.String() });

export const stuckQuery = Type.Object(
  {
    reason: Type.Optional(reason),
    sort: Type.Optional({ ...Type.Enum([...clockOrders]), description: '`oldest` without it' }),
    cursor: Type.Optional(
      Type.String({ minLength: 1, maxLength: 600, description: 'Of an answer for the same reason and sort' }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 100, description: 'Deals of each reason; 10 without it' }),
    ),
  },
  { additionalProperties: false },
);

const trouble = Type.Object({
  dealId: Type.String(),
  company: Type.String(),
  stage: Type.Enum([...stages]),
  owner: Type.Optional(Type.String()),
  total: Type.Optional(sum),
  step: Type.String({ description: 'What `retry-step` and `mark-solved` name' }),
  detail: Type.String({ description: 'In the words of the outside system' }),
  since: moment,
  cure,
  failures: Type.Integer({ description: 'How often the step has failed for good' }),
  byHand: Type.Boolean({ description: 'It may be marked as solved' }),
});

export const stuckAnswer = {
  200: Type.Object({
    groups: Type.Array(
      Type.Object({
        reason,
        cure,
        since: moment,
        count: Type.Integer(),
        isWhole: Type.Boolean({
          description: 'False when there are more than `count`; nothing is summed then',
        }),
        totals: Type.Array(sum),
        troubles: Type.Array(trouble),
        nextCursor: Type.Optional(Type.String({ description: 'Absent on the last page' })),
      }),
    ),
  }),
  ...problemAnswers,
};
