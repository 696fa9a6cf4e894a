import Type, { type Static } from 'typebox';
import { changeType, replaceTerms } from './change-type.ts';
import { Terms } from './shapes.ts';

const Details = Terms(
  Type.Object({
    Type: Type.Literal('SupportTerm'),
    RefundPolicy: Type.String({ minLength: 1, maxLength: 500, pattern: '^\\S([\\s\\S]*\\S)?$' }),
  }),
);

export const UpdateSupportTerms = changeType<Static<typeof Details>>(Details, {
  apply: ({ offer }, { Terms: terms }) => {
    replaceTerms(offer, ['SupportTerm'], terms);
    return [];
  },
});
