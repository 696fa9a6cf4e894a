import { Type } from 'typebox';
import { stages } from '../../../deal/stages.ts';
import { currencies } from '../../../deal/terms/money.ts';
import { me, nobody } from '../../desk/deals/filter.ts';
import { dealQuery, problemAnswers } from '../schemas.ts';

/** Words for several stages at once, as at the desk. */
export const stageGroups = ['open', 'closed'] as const;

const { cursor, limit, sort, ...narrowing } = dealQuery.properties;

const narrowingHere = {
  ...narrowing,
  view: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'A saved view (`/api/views`); what else is given takes the place of its part of the view',
    }),
  ),
  stage: Type.Optional(
    Type.Array(Type.Enum([...stages, ...stageGroups]), {
      maxItems: 20,
      description: 'Repeated for several. `open` and `closed` are all such; every one without it',
    }),
  ),
  owner: Type.Optional({
    ...Type.String({ minLength: 1, maxLength: 254 }),
    description: `An address. \`${nobody}\`: deals that nobody owns; \`${me}\`: those of whoever asks`,
  }),
};
const closed = { additionalProperties: false };

export const sumsQuery = Type.Object(narrowingHere, closed);
export const csvQuery = Type.Object({ ...narrowingHere, sort }, closed);
export const listQuery = Type.Object({ ...narrowingHere, sort, cursor, limit }, closed);

export const sumsAnswer = {
  200: Type.Object({
    count: Type.Integer(),
    isWhole: Type.Boolean({ description: 'False when there are more than `count`; nothing is summed then' }),
    totals: Type.Array(Type.Object({ currency: Type.Enum([...currencies]), amount: Type.String() }), {
      description: 'Of what was accepted, else of the terms that hold',
    }),
  }),
  ...problemAnswers,
};
export const csvAnswer = {
  200: Type.String({ description: 'text/csv; the heads are in the language of the request' }),
  ...problemAnswers,
};
