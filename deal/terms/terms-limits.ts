import { most } from '../contract/limits.ts';
import { personLimits } from '../contract/person-limits.ts';
import type { FieldError, FieldErrorCode } from '../refusals.ts';
import { count, error, isDate, repeated, text, wholeNumber } from './field-checks.ts';
import { compareAmounts, currencies, isAmount, sumOf } from './money.ts';
import { type Terms, totalOf } from './terms.ts';

const largestAmount = '100000000';
const accountId = /^\d{12}$/;

type Check = (terms: Terms, today: string) => FieldError[];

/**
 * Every limit of AWS that the terms break, as field errors, before AWS is asked. `today` is `YYYY-MM-DD` in UTC.
 * Source: Catalog API, "Work with private offers", and the published entity shapes.
 */
export function limitsBroken(terms: Terms, today: string): FieldError[] {
  const checks: Check[] = [product, dimensions, duration, eula, accounts, expiry, signer];
  const broken = checks.flatMap(check => check(terms, today));
  return broken.length > 0 ? broken : schedule(terms, today);
}

function amount(pointer: string, value: string, decimals: number): FieldError[] {
  if (!isAmount(value, decimals)) return [error(pointer, 'notAnAmount', decimals)];
  return compareAmounts(value, largestAmount) > 0 ? [error(pointer, 'amountTooLarge', largestAmount)] : [];
}

/** Yen have no fraction; AWS takes three places for a price and two for a payment otherwise. */
const decimalsOf = (terms: Terms, most: number) => (terms.currency === 'JPY' ? 0 : most);

function product(terms: Terms): FieldError[] {
  const currency = currencies.includes(terms.currency)
    ? []
    : [error('/currency', 'unknownCurrency', currencies.join(', '))];
  return [
    ...text('/productId', terms.productId, 50),
    ...text('/productTitle', terms.productTitle, 150),
    ...currency,
  ];
}

function dimensions(terms: Terms): FieldError[] {
  const inInstalments = terms.paymentSchedule.length > 0;
  const each = terms.dimensions.flatMap((dimension, index) => {
    const at = `/dimensions/${index}`;
    const price = amount(`${at}/price`, dimension.price, decimalsOf(terms, inInstalments ? 2 : 3));
    const list = dimension.listPrice
      ? amount(`${at}/listPrice`, dimension.listPrice, decimalsOf(terms, 3))
      : [];
    return [
      ...text(`${at}/key`, dimension.key, 100),
      ...price,
      ...list,
      ...wholeNumber(`${at}/units`, dimension.units, { min: 1, max: 1_000_000 }),
    ];
  });
  const broken = [
    ...count('/dimensions', terms.dimensions.length, { min: 1, max: most.dimensions }),
    ...each,
    ...repeated(
      terms.dimensions.map(dimension => dimension.key),
      index => `/dimensions/${index}/key`,
    ),
  ];
  return broken.length > 0 ? broken : wholePrice(terms);
}

function wholePrice(terms: Terms): FieldError[] {
  const total = totalOf(terms);
  if (compareAmounts(total, '0') === 0) return [error('/dimensions/0/price', 'mustBePositive')];
  return compareAmounts(total, largestAmount) > 0
    ? [error('/dimensions/0/price', 'amountTooLarge', largestAmount)]
    : [];
}

function duration(terms: Terms): FieldError[] {
  return wholeNumber('/durationMonths', terms.durationMonths, { min: 1, max: 60 });
}

function eula(terms: Terms): FieldError[] {
  if (terms.eula.type === 'standard') return [];
  return /^https:\/\/\S+$/.test(terms.eula.url) ? [] : [error('/eula/url', 'notAnUrl')];
}

function accounts(terms: Terms): FieldError[] {
  const ids = terms.buyerAwsAccountIds;
  const at = (index: number) => `/buyerAwsAccountIds/${index}`;
  return [
    ...count('/buyerAwsAccountIds', ids.length, { min: 1, max: most.buyerAccounts }),
    ...ids.flatMap((id, index) => (accountId.test(id) ? [] : [error(at(index), 'notAnAccountId')])),
    ...repeated(ids, at),
  ];
}

function expiry(terms: Terms, today: string): FieldError[] {
  if (!isDate(terms.offerExpiresOn)) return [error('/offerExpiresOn', 'notADate')];
  return terms.offerExpiresOn < today ? [error('/offerExpiresOn', 'inThePast', today)] : [];
}

const signer = (terms: Terms) => personLimits(terms.signer, '/signer');

/** The end of a term that began on `from`, `YYYY-MM-DD`. */
function endOfTerm(from: string, months: number): string {
  const end = new Date(`${from}T00:00:00Z`);
  end.setUTCMonth(end.getUTCMonth() + months);
  return end.toISOString().slice(0, 10);
}

function schedule(terms: Terms, today: string): FieldError[] {
  const payments = terms.paymentSchedule;
  if (payments.length === 0) return [];
  const at = (index: number) => `/paymentSchedule/${index}`;
  const broken = [
    ...count('/paymentSchedule', payments.length, { min: 1, max: most.payments }),
    ...payments.flatMap((payment, index) => [
      ...amount(`${at(index)}/amount`, payment.amount, decimalsOf(terms, 2)),
      ...chargeDate(terms, today, payment.chargeDate).map(code => error(`${at(index)}/chargeDate`, code)),
    ]),
    ...repeated(
      payments.map(payment => payment.chargeDate),
      index => `${at(index)}/chargeDate`,
    ),
  ];
  return broken.length > 0 ? broken : wholeSchedule(terms);
}

function chargeDate(terms: Terms, today: string, value: string): FieldErrorCode[] {
  if (!isDate(value)) return ['notADate'];
  if (value < today) return ['inThePast'];
  return value >= endOfTerm(today, terms.durationMonths) ? ['afterEnd'] : [];
}

function wholeSchedule(terms: Terms): FieldError[] {
  const payments = terms.paymentSchedule;
  const early = payments.filter(payment => payment.chargeDate <= terms.offerExpiresOn);
  if (early.length > 1) return [error('/paymentSchedule', 'tooManyBeforeExpiry', terms.offerExpiresOn)];
  const sum = sumOf(payments.map(payment => payment.amount));
  const total = totalOf(terms);
  return compareAmounts(sum, total) === 0 ? [] : [error('/paymentSchedule', 'sumDiffers', total)];
}
