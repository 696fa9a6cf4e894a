import { type Language, languages } from '../../deal/people.ts';

const isLanguage = (value: string | undefined): value is Language => languages.includes(value as Language);

/** The first language we speak: asked for by query, remembered by cookie, or what the browser prefers. English otherwise. */
export function pickLanguage(asked: { query?: string; cookie?: string; acceptLanguage?: string }): Language {
  if (isLanguage(asked.query)) return asked.query;
  if (isLanguage(asked.cookie)) return asked.cookie;
  const preferred = (asked.acceptLanguage ?? '')
    .split(',')
    .map(part => part.trim().slice(0, 2).toLowerCase())
    .find(isLanguage);
  return preferred ?? 'en';
}
