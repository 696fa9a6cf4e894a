import { Type } from 'typebox';
import { problemAnswers } from '../deals/schemas.ts';
import { boxKinds, lists } from '../desk/events/list/view.ts';
import { longestReason } from '../desk/events/view.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const moment = Type.String({ description: 'ISO, business time' });
const id = Type.Optional(Type.String());

export const unmatchedQuery = Type.Object(
  {
    list: Type.Optional({ ...Type.Enum([...lists]), description: '`unmatched` without it' }),
    purchases: Type.Optional({ ...words(400), description: 'The cursor of the next purchases' }),
    arrivals: Type.Optional({ ...words(400), description: 'The cursor of the next arrivals' }),
  },
  { additionalProperties: false },
);

const facts = Type.Object({
  kind: Type.String({ description: 'Such as `accepted`, `licensed`, `arrived`' }),
  at: moment,
  status: id,
  awsAccountId: id,
  agreementId: id,
  previousAgreementId: id,
  offerId: id,
  licenseArn: id,
  registrationId: id,
  product: id,
});
const line = Type.Object({
  kind: Type.Enum([...boxKinds]),
  id: Type.String({ description: 'For the addresses that decide about it' }),
  facts: Type.Array(facts, { description: 'All that AWS has said of it; what leads is the first' }),
  dismissed: Type.Optional(
    Type.Object({
      by: Type.Optional(Type.String()),
      at: Type.Optional(moment),
      reason: Type.Optional(Type.String()),
    }),
  ),
});
const lines = Type.Object({
  items: Type.Array(line),
  nextCursor: Type.Optional(Type.String({ description: 'Absent on the last page' })),
});
export const listAnswer = { 200: Type.Object({ purchases: lines, arrivals: lines }), ...problemAnswers };

export const itemParams = Type.Object({ kind: Type.Enum([...boxKinds]), id: words(500) });
export const assignBody = Type.Object({ dealId: words(64) }, { additionalProperties: false });
export const dismissBody = Type.Object({ reason: words(longestReason) }, { additionalProperties: false });

export const assignAnswer = {
  200: Type.Object({
    dealId: Type.String(),
    commandId: Type.String({
      description: 'Of the line of the deal’s timeline that says what it made of it',
    }),
  }),
  ...problemAnswers,
};
export const stateAnswer = {
  200: Type.Object({ state: Type.Enum(['dismissed', 'restored']) }),
  ...problemAnswers,
};
