import type { TermsDraftRecord } from '../../../shared/models/desk/terms-draft.ts';

type Fields = Record<string, string>;

/** The fields of the form of the terms, as its page names them. */
export const draftField =
  '^(productId|currency|durationMonths|offerExpiresOn|buyerAwsAccountIds|eula|eulaUrl|paymentRows' +
  '|signer\\.(name|email|language|timeZone)' +
  '|dimension\\..{1,200}\\.(price|units)' +
  '|payment\\.\\d{1,2}\\.(chargeDate|amount))$';

const isDraftField = new RegExp(draftField);

/** Of all that a form sent what belongs to the terms. What is empty is not kept, and is empty when it is read again. */
export function draftFieldsIn(sent: Fields): TermsDraftRecord['fields'] {
  return Object.entries(sent)
    .filter(([name, value]) => isDraftField.test(name) && value !== '')
    .map(([name, value]) => ({ name, value }));
}

/** The fields as a form and the API write them. */
export const fieldsOf = ({ fields }: Pick<TermsDraftRecord, 'fields'>): Fields =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));
