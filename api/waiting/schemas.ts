import { Type } from 'typebox';
import { needKinds } from '../../deal/needs.ts';
import { openStages, stages } from '../../deal/stages.ts';
import { currencies } from '../../deal/terms/money.ts';
import { problemAnswers } from '../deals/schemas.ts';

const moment = Type.String({ description: 'ISO, business time' });
const sum = Type.Object({ currency: Type.Enum([...currencies]), amount: Type.String() });
const kind = Type.Enum([...needKinds]);

export const waitingQuery = Type.Object(
  {
    whose: Type.Optional({ ...Type.Enum(['mine', 'team']), description: '`mine` without it' }),
    colleague: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 254,
        description:
          'Address of a colleague: what he sees as his own at the desk. `whose` counts for nothing then',
      }),
    ),
    kind: Type.Optional({ ...kind, description: '`decideApproval`: the queue of an approver' }),
  },
  { additionalProperties: false },
);

const waiting = Type.Object({
  dealId: Type.String(),
  company: Type.String(),
  contact: Type.String({ description: 'The name of whoever asked' }),
  stage: Type.Enum([...stages]),
  owner: Type.Optional(Type.String()),
  total: Type.Optional(sum),
  askedBy: Type.Optional(
    Type.String({ description: 'Who waits for an approver’s yes, and so cannot give it himself' }),
  ),
  kind,
  since: moment,
  due: moment,
});

export const waitingAnswer = {
  200: Type.Object({
    waiting: Type.Array(waiting),
    isWhole: Type.Boolean({ description: 'False when more waits than the fifty of each kind' }),
  }),
  ...problemAnswers,
};

export const pipelineAnswer = {
  200: Type.Object({
    stages: Type.Array(
      Type.Object({
        stage: Type.Enum([...openStages]),
        count: Type.Integer(),
        totals: Type.Array(sum, { description: 'By currency, of the newest terms' }),
        oldest: Type.Optional(Type.String({ description: 'Since when the oldest is in it, ISO' })),
      }),
    ),
  }),
  ...problemAnswers,
};
