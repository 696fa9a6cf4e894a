import { Type } from 'typebox';
import type { CommandType } from '../../../deal/commands.ts';
import { givenSchemas } from '../../../deal/contract/commands.ts';
import { list, object, type Schema, text } from '../../../deal/contract/schema.ts';
import { keysOf } from '../../../deal/keys-of.ts';
import { deadlineKinds } from '../../../deal/reminders/deadline.ts';
import { noReminderReasons } from '../../../deal/reminders/fitting.ts';
import { problemAnswers } from '../schemas.ts';

/** As many as a page of the desk's list has. */
export const most = 100;

const dealId = text(64);

/** One deal, with the fields that the step has. */
export function oneSchema(type: CommandType): Schema {
  const { properties, required = [] }: Schema = givenSchemas[type];
  return {
    type: 'object',
    properties: { dealId, ...properties },
    required: ['dealId', ...required],
    additionalProperties: false,
  };
}

export const manySchema = (type: CommandType): Schema =>
  object({ deals: { ...list(oneSchema(type), most), minItems: 1 } });

const answer = Type.Object({
  dealId: Type.String(),
  outcome: Type.Enum(['applied', 'refused', 'pending']),
  commandId: Type.String({ description: 'For `/api/deals/{dealId}/commands/{commandId}`' }),
  reason: Type.Optional(
    Type.String({ description: 'Why the deal has refused; absent when it is over or gone' }),
  ),
  detail: Type.Optional(Type.String()),
});
export const manyAnswer = {
  200: Type.Object({ answers: Type.Array(answer, { description: 'One for each, in the order they came' }) }),
  ...problemAnswers,
};

export const fittingQuery = Type.Object(
  {
    deal: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
      minItems: 1,
      maxItems: most,
      description: 'Id of a deal; repeated for several',
    }),
  },
  { additionalProperties: false },
);
export const fittingAnswer = {
  200: Type.Object({
    toSend: Type.Array(
      Type.Object({
        dealId: Type.String(),
        key: Type.String({ description: 'What `send-reminder-now` names' }),
        kind: Type.Enum(keysOf(deadlineKinds)),
        at: Type.String({ description: 'When it would go by itself, ISO, business time' }),
        mails: Type.Integer(),
      }),
    ),
    skipped: Type.Array(
      Type.Object({ dealId: Type.String(), why: Type.Enum([...noReminderReasons, 'notYours']) }),
    ),
  }),
  ...problemAnswers,
};
