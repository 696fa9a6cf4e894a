import { personSchema } from '../people.ts';
import { currencies } from '../terms/money.ts';
import { longest, most } from './limits.ts';
import { date, described, either, list, object, oneOf, only, text, whole } from './schema.ts';

/** A decimal such as `"1200.00"`; how many places it may have depends on the currency. */
const amount = described('A decimal such as `1200.00`', text(20));

export const dimensionSchema = object(
  {
    key: text(100),
    label: text(150),
    price: described('For one unit and the whole duration', amount),
    units: whole,
  },
  { listPrice: amount },
);

export const paymentSchema = object({ chargeDate: date, amount });

export const eulaSchema = either(
  object({ type: only('standard') }),
  object({ type: only('custom'), url: text(longest.url) }),
);

/** The form alone; what AWS allows is in deal/terms/terms-limits.ts, which names each field that breaks a limit. */
export const termsSchema = object({
  productId: text(50),
  productTitle: text(150),
  dimensions: list(dimensionSchema, most.dimensions),
  currency: oneOf(currencies),
  durationMonths: described('Whole months from acceptance', whole),
  paymentSchedule: described(
    'Empty: everything is charged at acceptance',
    list(paymentSchema, most.payments),
  ),
  eula: eulaSchema,
  buyerAwsAccountIds: described('Who may accept: 12 digits each', list(text(12), most.buyerAccounts)),
  offerExpiresOn: described('The last day, `YYYY-MM-DD`, until 23:59:59 UTC', text(10)),
  signer: personSchema,
});
