import { dimensionField, dimensionRows, paymentField } from './dimension-rows.ts';
import { mostPayments } from './parse-terms.ts';
import type { TermsView } from './view.ts';

/** Names for the summary of what is wrong: prices and payments are many, so each is told by its line. */
export function fieldLabels({ context, products, deal }: TermsView): Record<string, string> {
  const { terms } = context.messages.desk;
  const rows = products.flatMap(product => dimensionRows(product, deal));
  const fields = ['price', 'units'] as const;
  const payments = Array.from({ length: mostPayments }, (_, index) => terms.payment(index + 1));
  return Object.fromEntries([
    ...(['currency', 'durationMonths', 'eulaUrl', 'offerExpiresOn', 'paymentSchedule'] as const).map(name => [
      name,
      terms[name],
    ]),
    ['productId', terms.product],
    ['signer.name', terms.signer],
    ['signer.email', terms.signer],
    ['buyerAwsAccountIds', terms.buyerAwsAccountIds],
    ...rows.flatMap(row =>
      fields.map(field => [dimensionField(row, field), terms.ofLine(row.label, terms[field])]),
    ),
    ...payments.flatMap((label, index) => [
      [paymentField(index, 'chargeDate'), label],
      [paymentField(index, 'amount'), label],
    ]),
  ]);
}
