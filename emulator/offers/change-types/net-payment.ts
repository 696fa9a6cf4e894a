import Type, { type Static } from 'typebox';
import { changeType, replaceTerms, when } from './change-type.ts';
import { Duration, Terms } from './shapes.ts';

const Details = Terms(Type.Object({ Type: Type.Literal('NetPaymentTerm'), PaymentDuePeriod: Duration }), {
  min: 0,
});

const PERIODS = ['P15D', 'P30D', 'P45D', 'P60D', 'P90D', 'P120D'];

export const UpdateNetPaymentTerms = changeType<Static<typeof Details>>(Details, {
  apply: ({ offer }, { Terms: terms }) => {
    replaceTerms(offer, ['NetPaymentTerm'], terms);
    const wrong = terms.some(term => !PERIODS.includes(term.PaymentDuePeriod));
    return when(wrong, 'INVALID_PAYMENT_DUE_PERIOD', `Provide one of ${PERIODS.join(', ')}.`);
  },
});
