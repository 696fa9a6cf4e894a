import { firstValues } from '../../../../api/desk/terms/first-values.ts';
import { parseTerms, paymentRows } from '../../../../api/desk/terms/parse-terms.ts';
import { termsSummary } from '../../../../api/desk/terms/summary.ts';
import { termErrors } from '../../../../api/desk/terms/term-errors.ts';
import { TermsPage } from '../../../../api/desk/terms/terms-page.tsx';
import { fieldId } from '../../../../api/ui/fields/field.tsx';
import { languages } from '../../../../deal/people.ts';
import type { Product } from '../../../../deal/terms/products.ts';
import { limitsBroken } from '../../../../deal/terms/terms-limits.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { deskContextIn } from '../desk-views.ts';
import { now, samples, terms } from '../sample-deals.ts';

const first: Product = {
  productId: 'prod-examplecloud01',
  productCode: 'examplecloudcode000000001',
  title: 'Example Cloud',
  dimensions: [
    { key: 'committed_spend', label: 'Committed spend', listPrices: { USD: '12000.00' } },
    { key: 'premium_support', label: 'Premium support', listPrices: { USD: '2400.00' } },
  ],
};
const products = [first];
const second: Product = {
  productId: 'prod-2',
  productCode: 'c2',
  title: 'Other',
  dimensions: [{ key: 'seats', label: 'Seats' }],
};
const dealOf = (sample: string) => {
  const deal = samples[sample]?.deal;
  if (!deal) throw new Error(`no sample ${sample}`);
  return deal;
};
const asked = dealOf('inquiry');
const context = deskContextIn('en');
const price = (key: string) => `dimension.prod-examplecloud01.${key}.price`;

const filled = {
  ...firstValues(asked, { products, now }),
  [price('committed_spend')]: '11000',
};
const read = (values: Record<string, string>) => parseTerms(values, { deal: asked, products });
const errorsOf = (values: Record<string, string>) => {
  const form = read(values);
  return termErrors(limitsBroken(form.terms, now.slice(0, 10)), form, context);
};

test('gives back the newest terms when nothing is changed', () => {
  const deal = dealOf('negotiating');
  const values = firstValues(deal, { products, now });
  expect(parseTerms(values, { deal, products }).terms).toEqual(deal.terms.at(-1)?.terms);
});

test('begins a first version with what the inquiry tells', () => {
  expect(filled).toMatchObject({
    'signer.email': 'jane@buyer.example',
    buyerAwsAccountIds: '111122223333',
    offerExpiresOn: '2026-12-22',
  });
  expect(errorsOf(filled)).toEqual({});
});

test('keeps a line that was sold and that the product no longer has', () => {
  const fewer = [{ ...first, dimensions: [] }];
  const deal = dealOf('negotiating');
  const form = parseTerms(firstValues(deal, { products: fewer, now }), { deal, products: fewer });
  expect(form.terms.dimensions.map(({ key }) => key)).toEqual(['committed_spend', 'premium_support']);
});

test('leaves out a line without a price, and says so when no line has one', () => {
  expect(read(filled).terms.dimensions.map(({ key }) => key)).toEqual(['committed_spend']);
  expect(errorsOf({ ...filled, [price('committed_spend')]: '' })).toEqual({
    [price('committed_spend')]: 'Enter a price for at least one line.',
  });
});

test('reads what people write: wide digits, separators, hyphens, several accounts', () => {
  const { terms: typed } = read({
    ...filled,
    [price('committed_spend')]: '＄１１,０００',
    buyerAwsAccountIds: '1111-2222-3333\r\n４４４４５５５５６６６６, 777788889999',
    durationMonths: '２４',
  });
  expect(typed.dimensions[0]?.price).toBe('11000.00');
  expect(typed.buyerAwsAccountIds).toEqual(['111122223333', '444455556666', '777788889999']);
  expect(typed.durationMonths).toBe(24);
});

test.each([
  [{ [price('premium_support')]: 'a lot' }, price('premium_support')],
  [{ [price('committed_spend')]: '', [price('premium_support')]: '1.2345' }, price('premium_support')],
  [{ durationMonths: '1.5' }, 'durationMonths'],
  [{ buyerAwsAccountIds: '' }, 'buyerAwsAccountIds'],
  [{ buyerAwsAccountIds: '123' }, 'buyerAwsAccountIds'],
  [{ offerExpiresOn: '2026-11-21' }, 'offerExpiresOn'],
  [{ 'signer.email': 'jane' }, 'signer.email'],
  [{ 'signer.timeZone': 'Mars/Base' }, 'signer.timeZone'],
  [{ eula: 'custom', eulaUrl: 'http://plain.example' }, 'eulaUrl'],
  [{ currency: 'XYZ' }, 'currency'],
  [{ productId: 'prod-unknown' }, 'productId'],
  [{ 'payment.2.chargeDate': '2026-12-01', 'payment.2.amount': 'x' }, 'payment.2.amount'],
  [{ 'payment.1.chargeDate': '', 'payment.1.amount': '11000' }, 'payment.1.chargeDate'],
  [{ 'payment.0.chargeDate': '2026-12-01', 'payment.0.amount': '10' }, 'paymentSchedule'],
] as [Record<string, string>, string][])('shows what is wrong with %j at its field', (typed, field) => {
  const errors = errorsOf({ ...filled, ...typed });
  expect(Object.keys(errors)).toContain(field);
  const html = page({ ...filled, ...typed }, errors);
  expect(html.includes(`id="${fieldId(field)}"`)).toBe(true);
});

test('says the sum of payments as money', () => {
  const errors = errorsOf({ ...filled, 'payment.0.chargeDate': '2026-12-01', 'payment.0.amount': '10' });
  expect(errors.paymentSchedule).toBe('The payments must add up to $11,000.00.');
});

test('has room for more payments than are filled in', () => {
  expect(paymentRows(filled)).toBe(4);
  expect(paymentRows({ ...filled, 'payment.6.amount': '1' })).toBe(8);
  expect(paymentRows({ ...filled, paymentRows: '9999' })).toBe(60);
});

test('adds up what can be added up, and says when an approver will be asked', () => {
  const summary = (values: Record<string, string>) =>
    termsSummary(read(values).terms, { deal: asked, reader: context });
  expect(summary(filled)).toEqual({ total: '$11,000.00', discount: '8.33%', approval: 'Not needed' });
  expect(summary({ ...filled, [price('committed_spend')]: '6000' }).approval).toBe(
    'Needed: the discount exceeds the limit',
  );
  expect(summary({ ...filled, [price('committed_spend')]: 'x' }).total).toBe('–');
  expect(summary({ ...filled, [price('committed_spend')]: '13000' }).discount).toBe(
    'None: 8.33% above the list price',
  );
});

test.each(languages)('can be read by everybody in %s, for one product and for several', lang => {
  for (const sold of [products, [...products, second]]) {
    const values = firstValues(asked, { products: sold, now });
    const html = page(values, { paymentSchedule: 'x', 'signer.name': 'y' }, { lang, sold });
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  }
});

test('keeps everything that was typed', () => {
  const html = page({ ...filled, [price('committed_spend')]: '"><b>', 'signer.name': terms.signer.name }, {});
  expect(html).toContain('value="&quot;>&lt;b>"');
  expect(html).toContain(`value="${terms.signer.name}"`);
});

function page(
  values: Record<string, string>,
  errors: Record<string, string>,
  { lang = 'en' as 'en' | 'ja', sold = products } = {},
) {
  const summary = { total: '–', discount: '–', approval: '–' };
  const draft = { revision: '' };
  const view = { context: deskContextIn(lang), deal: asked, products: sold, values, errors, summary, draft };
  return htmlOf(<TermsPage view={view} />);
}
