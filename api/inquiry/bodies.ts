import { Type } from 'typebox';
import type { Language } from '../../shared/deal/people.ts';
import { type InquiryField, type InquiryFields, inquiryFields, likelyTimeZone } from './inquiry.ts';

/** The body of POST /api/inquiries. */
export const InquiryBody = Type.Object({
  company: Type.String({ examples: ['Example Corp.'] }),
  contact: Type.Object({
    name: Type.String({ examples: ['Jane Doe'] }),
    email: Type.String({ examples: ['jane@example.com'] }),
    language: Type.Optional(
      Type.String({ description: '`en` or `ja`; the language of the request by default' }),
    ),
    timeZone: Type.Optional(Type.String({ description: 'IANA name', examples: ['Asia/Tokyo'] })),
  }),
  message: Type.String(),
  awsAccountId: Type.Optional(Type.String({ description: '12 digits', examples: ['111122223333'] })),
});

export const InquiryAnswer = Type.Object({
  dealId: Type.String({ description: 'The reference number' }),
  recorded: Type.Boolean({ description: 'False: it is safe, and can be read in a moment' }),
});

/** Where each field stands in the JSON body, as a JSON pointer. */
export const pointers: Record<InquiryField, string> = {
  company: '/company',
  name: '/contact/name',
  email: '/contact/email',
  language: '/contact/language',
  timeZone: '/contact/timeZone',
  awsAccountId: '/awsAccountId',
  message: '/message',
};

/** The fields of a posted form. A field that is missing or sent twice is empty. */
export function fieldsFromForm(body: unknown): InquiryFields {
  return collect(name => textAt(body, name));
}

/** The fields of a JSON body, whatever its shape. */
export function fieldsFromJson(body: unknown, languageOfRequest: Language): InquiryFields {
  const contact = (body as { contact?: unknown } | null)?.contact;
  const fields = collect(name => textAt(pointers[name].startsWith('/contact/') ? contact : body, name));
  const language = fields.language || languageOfRequest;
  const timeZone = fields.timeZone || likelyTimeZone[language === 'ja' ? 'ja' : 'en'];
  return { ...fields, language, timeZone };
}

function collect(read: (name: InquiryField) => string): InquiryFields {
  return Object.fromEntries(inquiryFields.map(name => [name, read(name)])) as InquiryFields;
}

function textAt(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
}
