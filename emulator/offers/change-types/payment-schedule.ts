import Type, { type Static } from 'typebox';
import { dayOf, isDay } from '../../engine/dates.ts';
import { changeType, replaceTerms, when } from './change-type.ts';
import { amount, Currency, Day, Terms } from './shapes.ts';

const PaymentScheduleTerm = Type.Object({
  Type: Type.Literal('PaymentScheduleTerm'),
  CurrencyCode: Currency,
  Schedule: Type.Array(Type.Object({ ChargeDate: Day, ChargeAmount: amount(2) }), { minItems: 1 }),
});

const Details = Terms(PaymentScheduleTerm, { min: 0 });

const MOST_CHARGES = 60;

export const UpdatePaymentScheduleTerms = changeType<Static<typeof Details>>(Details, {
  apply: ({ market, offer }, { Terms: [term] }) => {
    replaceTerms(offer, ['PaymentScheduleTerm'], term ? [term] : []);
    const days = term?.Schedule.map(each => each.ChargeDate) ?? [];
    const today = dayOf(market.clock.now());
    return [
      ...when(days.length > MOST_CHARGES, 'TOO_MANY_CHARGES', `Provide at most ${MOST_CHARGES} charges.`),
      ...when(new Set(days).size < days.length, 'DUPLICATE_CHARGE_DATES', 'Each charge needs its own date.'),
      ...when(
        days.some(day => !isDay(day) || day < today),
        'INVALID_CHARGE_DATES',
        'Charge dates must exist and not be in the past.',
      ),
    ];
  },
});
