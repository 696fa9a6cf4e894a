import type { Page } from 'playwright-core';
import type { Language } from '../../deal/people.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';

const kana = /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u;
/** Two plain English words in one breath. Names (AWS Marketplace, Committed spend) have one at most. */
const english = /(?<![\w./@:-])[a-z]{2,}(?:,? [A-Za-z’']+)*?,? [a-z]{2,}(?![\w/@:-])/;
const codeWords = /\b[a-z]+(?:[A-Z][a-z]+)+\b|\bundefined\b|\bNaN\b|\[object |\{\w*\}/;
/** A language is named in its own words. */
const languageNames = new Set(Object.values(messagesIn('en').ui.languages));
/** Addresses of pages, persons and things in AWS, and what is typed as it is written, are of no language. */
const addresses = /(?:https?:\/\/|arn:)\S+|\S+@\S+|\{(?:offerId|productId)\}/g;

/**
 * What is not in the reader's language, or is no language at all: words of the other dictionary, its letters, and names that
 * only programs use. `said` is what people have said or typed, in whatever words.
 */
export async function foreignWords(page: Page, language: Language, said: string[] = []): Promise<string[]> {
  const texts = await page.evaluate(textsInDocument);
  const isForeign = language === 'en' ? (text: string) => kana.test(text) : isEnglish;
  return texts
    .map(text => said.reduce((rest, each) => rest.replaceAll(each, ''), text.replace(addresses, '')).trim())
    .filter(text => !languageNames.has(text))
    .filter(text => isForeign(text) || codeWords.test(text))
    .map(text => `says “${text}” to who reads “${language}”`);
}

const isEnglish = (text: string) => english.test(text.replace(gloss, '')) || englishAlone.has(text);

/** What a button of AWS says in its English console, in brackets behind the Japanese. */
const gloss = /（[A-Za-z ]+）/g;

/** What the English dictionary says and the Japanese one does not. */
const japanese = new Set(wordsIn(messagesIn('ja')));
const englishAlone = new Set(
  wordsIn(messagesIn('en')).filter(text => /[a-z]/.test(text) && !japanese.has(text)),
);

function wordsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return part && typeof part === 'object' ? Object.values(part).flatMap(wordsIn) : [];
}

/** Runs in the page: all that can be read or heard, and is written in the page's own language. */
function textsInDocument(): string[] {
  const own = (each: Element) =>
    !each.closest('script, style, noscript, code, pre') &&
    each.closest('[lang]') === document.documentElement;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [document.title];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement && own(parentElement)) texts.push(textContent ?? '');
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt'])
    for (const each of document.querySelectorAll(`[${name}]`))
      if (own(each)) texts.push(each.getAttribute(name) ?? '');
  return [...new Set(texts.map(text => text.trim().replace(/\s+/g, ' ')))].filter(Boolean);
}
