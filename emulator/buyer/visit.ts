import type { FastifyRequest } from 'fastify';
import type { Marketplace } from '../engine/marketplace.ts';
import { type Language, type Texts, texts } from './texts.ts';

/** Who is looking, and in which language. */
export type Visit = {
  market: Marketplace;
  account: string | undefined;
  language: Language;
  t: Texts;
  path: string;
};

export const ACCOUNT_COOKIE = 'marketplace-account';
export const LANGUAGE_COOKIE = 'marketplace-language';

const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'ja';

/** `?lang=` counts most, then the switch on the page, then the browser's wish. */
function languageOf(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: string };
  const accepted = request.headers['accept-language']?.match(/\b(ja|en)\b/)?.[1];
  return [lang, request.cookies[LANGUAGE_COOKIE], accepted].find(isLanguage) ?? 'en';
}

/** Reads account and language from the cookies, the address and the browser. */
export function visitOf(market: Marketplace, request: FastifyRequest): Visit {
  const language = languageOf(request);
  const account = request.cookies[ACCOUNT_COOKIE];
  return {
    market,
    language,
    t: texts[language],
    account: /^\d{12}$/.test(account ?? '') ? account : undefined,
    path: request.url,
  };
}

const locale = { en: 'en-US', ja: 'ja-JP' } as const;

export const formatDate = ({ language }: Visit, moment: string) =>
  new Intl.DateTimeFormat(locale[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(moment),
  );

/** The end of an offer: AWS's clock, to the minute. */
export const formatMoment = ({ language }: Visit, moment: Date) =>
  `${new Intl.DateTimeFormat(locale[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(moment)} UTC`;

export const formatMoney = ({ language }: Visit, amount: string | number, currency: string) =>
  new Intl.NumberFormat(locale[language], {
    style: 'currency',
    currency,
    maximumFractionDigits: 8,
    minimumFractionDigits: currency === 'JPY' ? 0 : 2,
  }).format(Number(amount));

const UNITS = {
  en: { Y: ['year', 'years'], M: ['month', 'months'], D: ['day', 'days'] },
  ja: { Y: ['年', '年'], M: ['か月', 'か月'], D: ['日間', '日間'] },
} as const;

/** `P12M` → "12 months" */
export function formatDuration({ language }: Visit, duration: string): string {
  const parts = [...duration.matchAll(/(\d+)([YMD])/g)].map(([, count, unit]) => {
    const words = UNITS[language][unit as 'Y' | 'M' | 'D'];
    return `${count}${language === 'en' ? ' ' : ' '}${words[count === '1' ? 0 : 1]}`;
  });
  return parts.join(' ');
}
