import { type Currency, currencies } from '../../../../deal/terms/money.ts';
import { parseAmount } from '../../../../deal/terms/parse-amount.ts';
import type { ListPrices, Product, ProductDimension } from '../../../../deal/terms/products.ts';
import { checkedProducts } from '../../../../shared/config/products.ts';
import { oneLine } from '../../../../shared/plain-text.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import type { PageContext } from '../../../ui/pages/page-context.ts';
import { amountProblem } from '../../terms/term-errors.ts';
import { keysIn, rowField } from './rows.ts';

type Wording = Pick<PageContext, 'lang' | 'messages'>;

const longestWords = 150;
const isShort = (amount: string) => /^\d{1,9}(\.|$)/.test(amount);

/** A product as it was typed; what is wrong stands at its field. */
export function parseProduct(
  values: FormValues,
  { productId, ...reader }: Wording & { productId: string },
): { product: Product; errors?: undefined } | { errors: FieldErrors } {
  const { problems } = reader.messages.desk.settings.products;
  const errors: FieldErrors = {};
  const title = textIn(values, 'title', { errors, problems });
  const offerUrlTemplate = (values.offerUrlTemplate ?? '').trim();
  const dimensions = soldKeys(values).map(key => dimensionAt(key, { values, errors, ...reader }));
  if (dimensions.length === 0) errors[rowField(keysIn(values)[0] ?? '', 'sold')] = problems.noDimension;
  const product = {
    productId,
    productCode: (values.productCode ?? '').trim(),
    title,
    dimensions,
    ...(offerUrlTemplate && { offerUrlTemplate }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return holds(product) ? { product } : { errors: { offerUrlTemplate: problems.offerUrlTemplate } };
}

type Rules = Wording['messages']['desk']['settings']['products']['problems'];

function textIn(
  values: FormValues,
  name: string,
  { errors, problems }: { errors: FieldErrors; problems: Rules },
): string {
  const text = oneLine(values[name] ?? '').trim();
  if (text === '') errors[name] = problems.required;
  if (text.length > longestWords) errors[name] = problems.tooLong(longestWords);
  return text;
}

/** The lines that are ticked, in their order. */
const soldKeys = (values: FormValues) =>
  keysIn(values).filter(key => values[rowField(key, 'sold')] === 'yes');

type Reading = Wording & { values: FormValues; errors: FieldErrors };

function dimensionAt(key: string, reading: Reading): ProductDimension {
  const { values, errors, messages } = reading;
  const { problems } = messages.desk.settings.products;
  const label = textIn(values, rowField(key, 'label'), { errors, problems });
  const listPrices: ListPrices = {};
  for (const currency of currencies) {
    const price = priceAt(rowField(key, currency), currency, reading);
    if (price) listPrices[currency] = price;
  }
  const prices = Object.keys(listPrices).length > 0 ? { listPrices } : {};
  return { key, label, ...prices };
}

/** Nothing for a currency without a list price, and for what cannot be read. */
function priceAt(
  name: string,
  currency: Currency,
  { values, errors, lang, messages }: Reading,
): string | undefined {
  const typed = (values[name] ?? '').trim();
  if (typed === '') return undefined;
  const parsed = parseAmount(typed, currency);
  const { problems } = messages.desk.settings.products;
  if ('problem' in parsed)
    errors[name] =
      parsed.problem === 'otherCurrency'
        ? problems.otherCurrency
        : amountProblem(parsed, { currency, lang, messages });
  else if (!/[1-9]/.test(parsed.amount)) errors[name] = problems.notAbove0;
  else if (!isShort(parsed.amount)) errors[name] = problems.tooMuch;
  else return parsed.amount;
  return undefined;
}

function holds(product: Product): boolean {
  try {
    return checkedProducts([product], product.productId).length === 1;
  } catch {
    return false;
  }
}
