import type { Language } from '../../deal/people.ts';
import { differences, type Terms, totalOf } from '../../deal/terms/terms.ts';
import { formatDay, formatMoney } from './format.ts';
import type { Messages } from './messages.ts';

interface Reader {
  language: Language;
  messages: Messages;
}
type Part = keyof Terms;

/** One part of the terms as the buyer reads it, a line each. What he need not know, such as a list price, is not in it. */
const texts: { [P in Part]: (terms: Terms, reader: Reader) => string[] } = {
  productId: () => [],
  productTitle: terms => [terms.productTitle],
  currency: () => [],
  durationMonths: (terms, { messages }) => [messages.offers.months(terms.durationMonths)],
  buyerAwsAccountIds: terms => terms.buyerAwsAccountIds,
  offerExpiresOn: (terms, { language }) => [formatDay(terms.offerExpiresOn, language)],
  eula: ({ eula }, { messages }) => [eula.type === 'standard' ? messages.offers.standardEula : eula.url],
  signer: ({ signer }) => [`${signer.name} <${signer.email}>`],
  dimensions: (terms, { language, messages }) =>
    terms.dimensions.map(({ label, units, price }) =>
      messages.proposal.item({ label, units, price: money(terms, price, language) }),
    ),
  paymentSchedule: (terms, { language, messages }) =>
    terms.paymentSchedule.length === 0
      ? [messages.proposal.paidAtOnce]
      : terms.paymentSchedule.map(({ chargeDate, amount }) =>
          messages.proposal.payment({
            day: formatDay(chargeDate, language),
            amount: money(terms, amount, language),
          }),
        ),
};

const money = ({ currency }: Terms, amount: string, language: Language) =>
  formatMoney(amount, { currency, language });

/** One part in which two versions of terms differ, in words. */
export interface ChangeText {
  label: string;
  before: string[];
  after: string[];
}

/** What has changed from one version of the terms to a later one, as the buyer reads it; the total first. */
export function changesInWords(before: Terms, after: Terms, reader: Reader): ChangeText[] {
  const { offers, proposal } = reader.messages;
  const total = (terms: Terms) => [money(terms, totalOf(terms), reader.language)];
  const parts = differences(before, after).map(part => ({
    label: proposal.parts[part],
    before: texts[part](before, reader),
    after: texts[part](after, reader),
  }));
  const all = [{ label: offers.fields.total, before: total(before), after: total(after) }, ...parts];
  return all.filter(change => change.before.join('\n') !== change.after.join('\n'));
}
