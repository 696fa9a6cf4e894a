import type { Deal } from '../../../deal/deal.ts';
import type { Currency } from '../../../deal/terms/money.ts';
import type { Product } from '../../../deal/terms/products.ts';
import type { Payment, Terms } from '../../../deal/terms/terms.ts';
import type { FormValues } from '../../forms/fields.ts';
import { type DimensionRow, dimensionField, dimensionRows, paymentField } from './dimension-rows.ts';

/** The terms of a form, valid or not, and the field behind each JSON pointer of an error. */
export interface ParsedTerms {
  terms: Terms;
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
  const payments = paymentLines(values);
  const terms: Terms = {
    productId: product?.productId ?? '',
    productTitle: product?.title ?? '',
    currency: text('currency') as Currency,
    durationMonths: wholeNumber(text('durationMonths')),
    dimensions: rows.map(row => dimensionFrom(row, values)),
    paymentSchedule: payments.map(({ payment }) => payment),
    eula: values.eula === 'custom' ? { type: 'custom', url: text('eulaUrl') } : { type: 'standard' },
    buyerAwsAccountIds: accountIds(values.buyerAwsAccountIds),
    offerExpiresOn: text('offerExpiresOn'),
    signer: {
      name: (values['signer.name'] ?? '').trim(),
      email: text('signer.email'),
      language: values['signer.language'] === 'ja' ? 'ja' : 'en',
      timeZone: text('signer.timeZone'),
    },
  };
  const first = product && dimensionRows(product, deal)[0];
  return { terms, fieldOf: pointer => fieldAt(pointer.split('/').slice(1), { rows, payments, first }) };
}

/** Full-width digits and letters and stray spaces are how people write, not mistakes. */
const tidy = (value: string | undefined) => (value ?? '').normalize('NFKC').trim();

const amount = (value: string | undefined) => tidy(value).replace(/[\s,¥$€£]/g, '');

/** NaN for what is no number, which AWS's limits then name. */
const wholeNumber = (value: string) => (/^\d+$/.test(value) ? Number(value) : Number.NaN);

function dimensionFrom(row: DimensionRow, values: FormValues): Terms['dimensions'][number] {
  const listPrice = amount(values[dimensionField(row, 'listPrice')]);
  return {
    key: row.key,
    label: row.label,
    price: amount(values[dimensionField(row, 'price')]),
    units: wholeNumber(tidy(values[dimensionField(row, 'units')])),
    ...(listPrice && { listPrice }),
  };
}

interface PaymentLine {
  index: number;
  payment: Payment;
}

function paymentLines(values: FormValues): PaymentLine[] {
  return Array.from({ length: mostPayments }, (_, index) => ({
    index,
    payment: {
      chargeDate: tidy(values[paymentField(index, 'chargeDate')]),
      amount: amount(values[paymentField(index, 'amount')]),
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
      const known = field === 'units' || field === 'listPrice' ? field : 'price';
      return row ? dimensionField(row, known) : 'productId';
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
