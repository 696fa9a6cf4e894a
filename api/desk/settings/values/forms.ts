import { defaultReminders } from '../../../../deal/policy.ts';
import { reminderKeys, reminderLimits } from '../../../../deal/reminders/reminder-limits.ts';
import { currencies } from '../../../../deal/terms/money.ts';
import { parseAmount } from '../../../../deal/terms/parse-amount.ts';
import { contrast, readableOn } from '../../../../emails/layout/colours.ts';
import { type DeskValues, longestVendorName } from '../../../../shared/desk-settings/values.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import { deskRoles } from '../../../../shared/models/staff.ts';
import { oneLine } from '../../../../shared/plain-text.ts';
import { reminderError } from '../../../deals/reminder-error.ts';
import type { FormValues } from '../../../forms/fields.ts';
import type { FieldErrors } from '../../../ui/fields/field.tsx';
import type { PageContext } from '../../../ui/pages/page-context.ts';
import { numbersText } from '../../reminders/plan-fields.ts';
import { readNumbers } from '../../reminders/read-numbers.ts';
import { amountProblem } from '../../terms/term-errors.ts';
import { roleField } from '../people/parse-person.ts';
import { parseTopics, topicValues } from '../topics/parse-topics.ts';
import type { ValueName } from './change-value.ts';

type Wording = Pick<PageContext, 'lang' | 'messages'>;
type Parsed<Value> = { value: Value; errors?: undefined } | { errors: FieldErrors };

/** How a value becomes the fields of a form, and comes back from them. */
export interface ValueForm<Value> {
  valuesOf: (value: Value) => FormValues;
  parse: (values: FormValues, reader: Wording) => Parsed<Value>;
}

const amountField = (currency: string) => `amount.${currency}`;

const limits: ValueForm<DeskValues['limits']> = {
  valuesOf: ({ discountPercent, durationMonths, amount }) => ({
    discountPercent: String(discountPercent),
    durationMonths: String(durationMonths),
    ...Object.fromEntries(currencies.map(currency => [amountField(currency), amount[currency]])),
  }),
  parse(values, reader) {
    const { problems } = reader.messages.desk.settings.values;
    const errors: FieldErrors = {};
    const discountPercent = numberIn(values.discountPercent, /^\d{1,3}(\.\d{1,2})?%?$/);
    const durationMonths = numberIn(values.durationMonths, /^\d{1,2}$/);
    if (!(discountPercent <= 100)) errors.discountPercent = problems.percent;
    if (!(durationMonths <= 60)) errors.durationMonths = problems.months;
    const amount = { USD: '', AUD: '', EUR: '', GBP: '', JPY: '' };
    for (const currency of currencies) {
      const parsed = parseAmount(values[amountField(currency)] ?? '', currency);
      if ('amount' in parsed) amount[currency] = parsed.amount;
      else errors[amountField(currency)] = amountProblem(parsed, { currency, ...reader });
    }
    if (Object.keys(errors).length > 0) return { errors };
    return { value: { discountPercent, durationMonths, amount } };
  },
};

/** NaN for what is not written so. */
function numberIn(typed: string | undefined, form: RegExp): number {
  const written = (typed ?? '').normalize('NFKC').trim();
  return form.test(written) ? Number(written.replace('%', '')) : Number.NaN;
}

/** A button must stand out from the white card that it is on (WCAG 2.2, 1.4.11). */
const leastContrast = 3;
const white = '#ffffff';

const vendor: ValueForm<DeskValues['vendor']> = {
  valuesOf: ({ name, colour, logoUrl }) => ({ name, colour, logoUrl }),
  parse(values, { messages }) {
    const { problems } = messages.desk.settings.values;
    const name = oneLine(values.name ?? '').trim();
    const colour = (values.colour ?? '').normalize('NFKC').trim();
    const logoUrl = (values.logoUrl ?? '').trim();
    const colourError = colourProblem(colour, problems);
    const errors = {
      ...((name === '' || name.length > longestVendorName) && { name: problems.name(longestVendorName) }),
      ...(colourError && { colour: colourError }),
      ...(logoUrl && URL.parse(logoUrl)?.protocol !== 'https:' && { logoUrl: problems.logo }),
      ...(logoUrl.length > 500 && { logoUrl: problems.logo }),
    };
    return Object.keys(errors).length > 0 ? { errors } : { value: { name, colour, logoUrl } };
  },
};

type Problems = Messages['desk']['settings']['values']['problems'];

function colourProblem(colour: string, problems: Problems): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) return problems.colour;
  const ratio = contrast(colour, white);
  if (ratio >= leastContrast) return undefined;
  // Cut, not rounded: 2.99 must not read as 3.
  const said = (Math.floor(ratio * 10) / 10).toFixed(1);
  return problems.contrast({ ratio: said, instead: readableOn(white, { colour, least: leastContrast }) });
}

const reminders: ValueForm<DeskValues['reminders']> = {
  valuesOf: plan =>
    Object.fromEntries(Object.entries(plan).map(([name, value]) => [name, numbersText(value)])),
  parse(values, { messages }) {
    const all = { ...Object.fromEntries(reminderKeys.map(key => [key, ''])), ...values };
    const { reminders: read, errors } = readNumbers(all, { messages, fieldOf: key => key });
    const beyond = reminderLimits(read).map(error => [
      error.pointer.slice(1),
      reminderError(error, messages),
    ]);
    const wrong: FieldErrors = { ...Object.fromEntries(beyond), ...errors };
    if (Object.keys(wrong).length > 0) return { errors: wrong };
    return { value: { ...defaultReminders, ...read } };
  },
};

const secondFactor: ValueForm<DeskValues['secondFactor']> = {
  valuesOf: ({ roles }) => Object.fromEntries(roles.map(role => [roleField(role), 'yes'])),
  parse: values => ({ value: { roles: deskRoles.filter(role => values[roleField(role)] === 'yes') } }),
};

const chat: ValueForm<DeskValues['chat']> = {
  valuesOf: ({ topics }) => topicValues(topics),
  parse: values => ({ value: { topics: parseTopics(values) } }),
};

/** The form of each value. */
export const valueForms: { [Name in ValueName]: ValueForm<DeskValues[Name]> } = {
  limits,
  reminders,
  vendor,
  secondFactor,
  chat,
};
