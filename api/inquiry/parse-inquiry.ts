import { canonicalEmail, isEmail } from '../../deal/contract/email.ts';
import { longest } from '../../deal/contract/limits.ts';
import { isTimeZone } from '../../deal/contract/person-limits.ts';
import type { Inquiry } from '../../deal/deal.ts';
import { type Language, languages } from '../../deal/people.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import type { FieldErrors } from '../ui/fields/field.tsx';

/** What somebody typed, exactly as typed, so that it can be shown to him again. */
export type InquiryFields = Record<InquiryField, string>;
export const inquiryFields = [
  'company',
  'name',
  'email',
  'message',
  'awsAccountId',
  'language',
  'timeZone',
] as const;
export type InquiryField = (typeof inquiryFields)[number];

/** Where the inquirer probably is, until his browser or he himself says otherwise. */
export const likelyTimeZone: Record<Language, string> = { ja: 'Asia/Tokyo', en: 'America/New_York' };

/** The inquiry, or a message for each field that does not hold. */
export function parseInquiry(
  fields: InquiryFields,
  messages: Messages,
): { inquiry: Inquiry } | { errors: FieldErrors } {
  const tidy = tidied(fields);
  const errors = errorsIn(tidy, messages);
  const language = languages.find(each => each === tidy.language);
  return Object.keys(errors).length > 0 || !language ? { errors } : { inquiry: inquiryFrom(tidy, language) };
}

function inquiryFrom(
  { company, name, email, timeZone, awsAccountId, message }: InquiryFields,
  language: Language,
): Inquiry {
  const contact = { name, email, language, timeZone };
  return { company, contact, message, ...(awsAccountId && { awsAccountId }) };
}

/** Full-width digits and letters, stray spaces and the hyphens of an account id are how people write, not mistakes. */
function tidied(fields: InquiryFields): InquiryFields {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  return {
    company: line(fields.company),
    name: line(fields.name),
    email: canonicalEmail(fields.email),
    language: fields.language,
    timeZone: fields.timeZone,
    awsAccountId: fields.awsAccountId.normalize('NFKC').replace(/[\s\p{Pd}−ー]/gu, ''),
    message: fields.message.trim(),
  };
}

function errorsIn(fields: InquiryFields, messages: Messages): FieldErrors {
  const wrong = inquiryFields.map(name => [name, errorIn(name, fields[name], messages)]);
  return Object.fromEntries(wrong.filter(([, error]) => error));
}

function errorIn(name: InquiryField, text: string, { inquiry, deal }: Messages): string | undefined {
  switch (name) {
    case 'language':
      return languages.some(each => each === text) ? undefined : inquiry.problems.language;
    case 'timeZone':
      return isTimeZone(text) ? undefined : deal.fields.unknownTimeZone('');
    case 'awsAccountId':
      return /^(\d{12})?$/.test(text) ? undefined : deal.fields.notAnAccountId('');
    case 'email':
      return isEmail(text) ? undefined : inquiry.problems.email;
    default:
      if (text.length > longest[name]) return deal.fields.tooLong(String(longest[name]));
      return text ? undefined : inquiry.problems[name];
  }
}
