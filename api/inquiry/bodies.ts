import { Type } from 'typebox';
import type { Language } from '../../deal/people.ts';
import { formValues, nonce, text } from '../forms/fields.ts';
import { type InquiryFields, likelyTimeZone } from './parse-inquiry.ts';

/** The body of POST /api/inquiries; the form has the same fields. */
export const InquiryBody = Type.Object({
  company: Type.String({ examples: ['Example Corp.'] }),
  name: Type.String({ examples: ['Jane Doe'] }),
  email: Type.String({ examples: ['jane@example.com'] }),
  language: Type.Optional(
    Type.String({ description: '`en` or `ja`; the language of the request by default' }),
  ),
  timeZone: Type.Optional(Type.String({ description: 'IANA name', examples: ['Asia/Tokyo'] })),
  awsAccountId: Type.Optional(Type.String({ description: '12 digits', examples: ['111122223333'] })),
  message: Type.String(),
});

export const InquiryAnswer = Type.Object({
  dealId: Type.String({ description: 'The reference number' }),
  recorded: Type.Boolean({ description: 'False: it is safe, and can be read in a moment' }),
});

/** The form. What is longer than it may be is told with the field's own words, so these bounds are wider than the rules. */
export const inquiryForm = Type.Object({
  company: text(2000),
  name: text(2000),
  email: text(2000),
  message: text(20_000),
  awsAccountId: text(200),
  language: text(20),
  timeZone: text(100),
  nonce,
});

export const noFields: InquiryFields = {
  company: '',
  name: '',
  email: '',
  message: '',
  awsAccountId: '',
  language: '',
  timeZone: '',
};

/** The fields of a JSON body, whatever its shape; language and time zone can be left out. */
export function fieldsFromJson(body: unknown, languageOfRequest: Language): InquiryFields {
  const fields = { ...noFields, ...formValues(body) };
  const language = fields.language || languageOfRequest;
  const timeZone = fields.timeZone || likelyTimeZone[language === 'ja' ? 'ja' : 'en'];
  return { ...fields, language, timeZone };
}
