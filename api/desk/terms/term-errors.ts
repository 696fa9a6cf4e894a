import type { FieldError } from '../../../deal/refusals.ts';
import { type Currency, isAmount } from '../../../deal/terms/money.ts';
import type { AmountProblem, ParsedAmount } from '../../../deal/terms/parse-amount.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import { formatDay, formatMoney } from '../../../shared/i18n/format.ts';
import type { FieldErrors } from '../../ui/fields/field.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import type { ParsedTerms } from './parse-terms.ts';

type Wording = Pick<PageContext, 'lang' | 'messages'>;

/** What is wrong, in words, by field name; the first error of a field is enough. */
export function termErrors(
  errors: FieldError[],
  { terms, fieldOf }: ParsedTerms,
  reader: Wording,
): FieldErrors {
  const named: FieldErrors = {};
  for (const error of errors) named[fieldOf(error.pointer)] ??= termError(error, terms, reader);
  return named;
}

/** One error as a sentence, with amounts and days as the reader writes them. */
export function termError(error: FieldError, terms: Terms, { lang, messages }: Wording): string {
  const { desk, deal } = messages;
  if (error.pointer === '/dimensions' && error.code === 'tooFew') return desk.terms.noDimension;
  if (error.pointer === '/buyerAwsAccountIds' && error.code === 'tooFew') return desk.terms.noAccount;
  const message = deal.fields[error.code](limitText(error, terms, lang));
  const [, part, index] = error.pointer.split('/');
  const account =
    part === 'buyerAwsAccountIds' && index ? terms.buyerAwsAccountIds[Number(index)] : undefined;
  return account ? desk.terms.account(account, message) : message;
}

/** Why an amount was not taken, with what it may stand for. */
export function amountProblem(
  { problem, readings }: Extract<ParsedAmount, { problem: AmountProblem }>,
  { currency, lang: language, messages }: Wording & { currency: Currency },
): string {
  const plain = currency === 'JPY' ? '0' : '2';
  const limit =
    (readings ?? []).map(amount => formatMoney(amount, { currency, language })).join(' / ') || plain;
  return messages.deal.fields[problem](limit);
}

function limitText({ limit = '', code }: FieldError, { currency }: Terms, language: Wording['lang']): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(limit)) return formatDay(limit, language);
  if (code === 'twoReadings')
    return limit
      .split(' / ')
      .map(amount => formatMoney(amount, { currency, language }))
      .join(' / ');
  const isMoney = code === 'sumDiffers' || code === 'amountTooLarge';
  return isMoney && isAmount(limit, 3) ? formatMoney(limit, { currency, language }) : limit;
}
