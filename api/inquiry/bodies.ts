import { Type } from 'typebox';
import type { Language } from '../../deal/people.ts';
import { type InquiryField, type InquiryFields, inquiryFields, likelyTimeZone } from './inquiry.ts';

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

/** The fields of a posted form. A field that is missing or sent twice is empty. */
export function fieldsFromForm(body: unknown): InquiryFields {
  return Object.fromEntries(inquiryFields.map(name => [name, textAt(body, name)])) as InquiryFields;
}

/** The fields of a JSON body, whatever its shape; language and time zone can be left out. */
export function fieldsFromJson(body: unknown, languageOfRequest: Language): InquiryFields {
  const fields = fieldsFromForm(body);
  const language = fields.language || languageOfRequest;
  const timeZone = fields.timeZone || likelyTimeZone[language === 'ja' ? 'ja' : 'en'];
  return { ...fields, language, timeZone };
}

function textAt(body: unknown, name: InquiryField): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
