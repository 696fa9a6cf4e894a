import { Type } from 'typebox';
import { languages } from '../../deal/people.ts';
import { closedStages, openStages } from '../../deal/stages.ts';
import { currencies } from '../../deal/terms/money.ts';
import { pattern } from '../../shared/faults/schema-faults.ts';
import { milestones } from '../../shared/models/deal-figures.ts';
import { text } from '../forms/fields.ts';

const optional = { owner: text(254), product: text(50), language: text(10) };
/** Of the page: what is empty or means nothing narrows nothing. */
export const reportForm = Type.Object({ from: text(20), until: text(20), ...optional });

const month = Type.String({
  pattern: pattern('^20\\d\\d-(0[1-9]|1[0-2])$', 'month'),
  examples: ['2026-11'],
});
const words = Type.String({ minLength: 1, maxLength: 254 });
export const reportQuery = Type.Object(
  {
    from: Type.Optional({ ...month, description: 'The first month; eleven before the last when absent' }),
    until: Type.Optional({ ...month, description: 'The last month; the present one when absent' }),
    owner: Type.Optional(words),
    product: Type.Optional(words),
    language: Type.Optional(Type.Enum([...languages])),
  },
  { additionalProperties: false },
);

const count = Type.Integer();
const milliseconds = Type.Number({ description: 'Milliseconds' });
const moment = Type.Unsafe<Date>({ type: 'string', format: 'date-time' });
const openStage = Type.Enum([...openStages]);
const closedStage = Type.Enum([...closedStages]);
const sum = Type.Object({ currency: Type.Enum([...currencies]), amount: Type.String() });
const group = Type.Object({
  key: Type.String(),
  opened: count,
  offered: count,
  accepted: count,
  active: count,
  lost: count,
  won: Type.Array(sum),
});
const groups = Type.Array(group);

export const reportAnswer = Type.Object({
  query: Type.Object({
    from: month,
    until: month,
    timeZone: Type.String(),
    owner: Type.Optional(words),
    product: Type.Optional(words),
    language: Type.Optional(Type.Enum([...languages])),
  }),
  funnel: Type.Array(
    Type.Object({ milestone: Type.Enum([...milestones]), count, median: Type.Optional(milliseconds) }),
  ),
  stageTimes: Type.Array(Type.Object({ stage: openStage, count, median: milliseconds, most: milliseconds })),
  endings: Type.Array(Type.Object({ from: openStage, stage: closedStage, count })),
  reasons: Type.Array(
    Type.Object({
      dealId: Type.String(),
      company: Type.String(),
      from: openStage,
      stage: closedStage,
      reason: Type.String(),
      at: moment,
    }),
  ),
  groups: Type.Object({ month: groups, owner: groups, product: groups, language: groups }),
  ahead: Type.Object({
    months: Type.Array(
      Type.Object({ month, offers: count, terms: count, renewing: count, sums: Type.Array(sum) }),
    ),
    soon: Type.Array(
      Type.Object({
        dealId: Type.String(),
        company: Type.String(),
        what: Type.Enum(['offer', 'term']),
        at: moment,
        renews: Type.Optional(Type.Boolean()),
        sum: Type.Optional(sum),
      }),
    ),
  }),
});
