import { canonicalEmail } from '../../../deal/contract/email.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { FieldError } from '../../../deal/refusals.ts';
import { type Currency, currencies } from '../../../deal/terms/money.ts';
import { parseAmount } from '../../../deal/terms/parse-amount.ts';
import { type Product, withListPrices } from '../../../deal/terms/products.ts';
import type { Payment, Terms } from '../../../deal/terms/terms.ts';
import type { FormValues } from '../../forms/fields.ts';
import { type DimensionRow, dimensionField, dimensionRows, paymentField } from './dimension-rows.ts';

/** The terms of a form, valid or not, and the field behind each JSON pointer of an error. */
export interface ParsedTerms {
  terms: Terms;
  /** Amounts that cannot be read, or in two ways. */
  problems: FieldError[];
  fieldOf: (pointer: string) => string;
}

export const fewestPayments = 4;
export const mostPayments = 60;

/** How many lines for payments the form has; they grow by pressing a button, so that no script is needed. */
export function paymentRows(values: FormValues): number {
  const last = Object.keys(values)
    .filter(name => name.startsWith('payment.') && values[name] !== '')
    .map(name => Number(name.split('.')[1]) + 2);
  const wanted = Number(values.paymentRows) || 0;
  return Math.min(mostPayments, Math.max(fewestPayments, wanted, ...last));
}

export function parseTerms(
  values: FormValues,
  { deal, products }: { deal: Deal; products: Product[] },
): ParsedTerms {
  const text = (name: string) => tidy(values[name]);
  const product = products.find(({ productId }) => productId === values.productId);
  const rows = product
    ? dimensionRows(product, deal).filter(row => text(dimensionField(row, 'price')) !== '')
    : [];
  const currency = text('currency') as Currency;
  // An unknown one is named by the limits; its amounts are then read as dollars.
  const read = amountReader(currencies.includes(currency) ? currency : 'USD');
  const payments = paymentLines(values);
  const terms: Terms = {
    productId: product?.productId ?? '',
    productTitle: product?.title ?? '',
    currency,
    durationMonths: wholeNumber(text('durationMonths')),
    dimensions: rows.map((row, index) => ({
      key: row.key,
      label: row.label,
      price: read.amount(`/dimensions/${index}/price`, values[dimensionField(row, 'price')]),
      units: wholeNumber(text(dimensionField(row, 'units'))),
    })),
    paymentSchedule: payments.map(({ payment }, index) => ({
      ...payment,
      amount: read.amount(`/paymentSchedule/${index}/amount`, payment.amount),
    })),
    eula: values.eula === 'custom' ? { type: 'custom', url: text('eulaUrl') } : { type: 'standard' },
    buyerAwsAccountIds: accountIds(values.buyerAwsAccountIds),
    offerExpiresOn: text('offerExpiresOn'),
    signer: {
      name: (values['signer.name'] ?? '').trim(),
      email: canonicalEmail(text('signer.email')),
      language: values['signer.language'] === 'ja' ? 'ja' : 'en',
      timeZone: text('signer.timeZone'),
    },
  };
  const first = product && dimensionRows(product, deal)[0];
  return {
    terms: withListPrices(terms, products),
    problems: read.problems,
    fieldOf: pointer => fieldAt(pointer.split('/').slice(1), { rows, payments, first }),
  };
}

/** Full-width digits and letters and stray spaces are how people write, not mistakes. */
const tidy = (value: string | undefined) => (value ?? '').normalize('NFKC').trim();

/** Reads amounts as people write them, and keeps what is wrong with each at its place in the terms. */
function amountReader(currency: Currency) {
  const problems: FieldError[] = [];
  return {
    problems,
    /** What cannot be read stays as it was typed. */
    amount(pointer: string, typed = ''): string {
      const parsed = parseAmount(typed, currency);
      if ('amount' in parsed) return parsed.amount;
      const limit = parsed.readings?.join(' / ') ?? (currency === 'JPY' ? '0' : '2');
      problems.push({ pointer, code: parsed.problem, limit });
      return typed.trim();
    },
  };
}

/** NaN for what is no number, which AWS's limits then name. */
const wholeNumber = (value: string) => (/^\d+$/.test(value) ? Number(value) : Number.NaN);

interface PaymentLine {
  index: number;
  payment: Payment;
}

function paymentLines(values: FormValues): PaymentLine[] {
  return Array.from({ length: mostPayments }, (_, index) => ({
    index,
    payment: {
      chargeDate: tidy(values[paymentField(index, 'chargeDate')]),
      amount: tidy(values[paymentField(index, 'amount')]),
    },
  })).filter(({ payment }) => payment.chargeDate !== '' || payment.amount !== '');
}

/** One a line, or with commas; hyphens as AWS's console writes them. */
function accountIds(value: string | undefined): string[] {
  return tidy(value)
    .split(/[\n,、;]+/)
    .map(line => line.replace(/[\s\p{Pd}−ー]/gu, ''))
    .filter(Boolean);
}

function fieldAt(
  [part = '', index, field = '']: string[],
  { rows, payments, first }: { rows: DimensionRow[]; payments: PaymentLine[]; first?: DimensionRow },
): string {
  switch (part) {
    case 'productTitle':
      return 'productId';
    case 'dimensions': {
      const row = rows[Number(index)] ?? first;
      return row ? dimensionField(row, field === 'units' ? field : 'price') : 'productId';
    }
    case 'paymentSchedule': {
      const line = payments[Number(index)];
      return line && index !== undefined
        ? paymentField(line.index, field === 'amount' ? 'amount' : 'chargeDate')
        : 'paymentSchedule';
    }
    case 'eula':
      return 'eulaUrl';
    case 'signer':
      return `signer.${index}`;
    default:
      return part;
  }
}
