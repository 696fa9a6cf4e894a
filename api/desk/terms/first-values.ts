import { type Deal, latestTerms } from '../../../deal/deal.ts';
import type { Product } from '../../../deal/terms/products.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import type { FormValues } from '../../forms/fields.ts';
import { dimensionField, dimensionRows, paymentField } from './dimension-rows.ts';

const usualDays = 30;
const usualMonths = 12;
const day = 86_400_000;

/** What the form shows first: the newest terms, or what the inquiry tells of a first version. */
export function firstValues(deal: Deal, { products, now }: { products: Product[]; now: string }): FormValues {
  const terms = latestTerms(deal)?.terms;
  return {
    ...(terms ? valuesOf({ ...terms, signer: deal.signer ?? terms.signer }) : valuesFromInquiry(deal, now)),
    productId:
      (products.find(({ productId }) => productId === terms?.productId) ?? products[0])?.productId ?? '',
    ...dimensionValues(deal, products),
  };
}

function valuesOf(terms: Terms): FormValues {
  const { eula, signer } = terms;
  return {
    currency: terms.currency,
    durationMonths: String(terms.durationMonths),
    eula: eula.type,
    eulaUrl: eula.type === 'custom' ? eula.url : '',
    buyerAwsAccountIds: terms.buyerAwsAccountIds.join('\n'),
    offerExpiresOn: terms.offerExpiresOn,
    ...signerValues(signer),
    ...Object.fromEntries(
      terms.paymentSchedule.flatMap(({ chargeDate, amount }, index) => [
        [paymentField(index, 'chargeDate'), chargeDate],
        [paymentField(index, 'amount'), amount],
      ]),
    ),
  };
}

function valuesFromInquiry({ inquiry }: Deal, now: string): FormValues {
  return {
    currency: 'USD',
    durationMonths: String(usualMonths),
    eula: 'standard',
    buyerAwsAccountIds: inquiry.awsAccountId ?? '',
    offerExpiresOn: new Date(Date.parse(now) + usualDays * day).toISOString().slice(0, 10),
    ...signerValues(inquiry.contact),
  };
}

const signerValues = ({ name, email, language, timeZone }: Terms['signer']): FormValues => ({
  'signer.name': name,
  'signer.email': email,
  'signer.language': language,
  'signer.timeZone': timeZone,
});

/** A price is what makes a line part of the terms. */
function dimensionValues(deal: Deal, products: Product[]): FormValues {
  const terms = latestTerms(deal)?.terms;
  const values = products.flatMap(product =>
    dimensionRows(product, deal).flatMap(row => {
      const sold = terms?.productId === row.productId && terms.dimensions.find(({ key }) => key === row.key);
      return [
        [dimensionField(row, 'price'), sold ? sold.price : ''],
        [dimensionField(row, 'units'), String(sold ? sold.units : 1)],
      ];
    }),
  );
  return Object.fromEntries(values);
}
