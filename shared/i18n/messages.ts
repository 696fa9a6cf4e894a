import type { Language } from '../../deal/people.ts';
import * as en from './en/all.ts';
import * as ja from './ja/all.ts';

/** All words for people. English gives the shape; a missing Japanese word does not compile. */
export type Messages = typeof en;

const dictionaries: Record<Language, Messages> = { en, ja };

/** The dictionary of one language. */
export function messagesIn(language: Language): Messages {
  return dictionaries[language];
}
