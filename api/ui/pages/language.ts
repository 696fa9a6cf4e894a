import type {} from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Language, languages } from '../../../deal/people.ts';
import { pickLanguage } from '../../../shared/i18n/locale.ts';
import { formValues } from '../../forms/fields.ts';

const cookieName = 'lang';
const aYear = 365 * 24 * 60 * 60;

/**
 * The language to answer in: what the query asks for, what was chosen before, what we know the person prefers
 * (`known`, for example the signer's language), or what the browser says.
 */
export function languageOf(request: FastifyRequest, known?: Language): Language {
  return pickLanguage({
    query: askedFor(request),
    cookie: request.cookies?.[cookieName],
    acceptLanguage: known ?? request.headers['accept-language'],
  });
}

/** Keeps the choice made with the language switch. Needs @fastify/cookie. */
export function rememberLanguage(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const asked = languages.find(each => each === askedFor(request));
    if (!asked) return;
    reply.setCookie(cookieName, asked, {
      path: '/',
      maxAge: aYear,
      sameSite: 'lax',
      httpOnly: true,
      secure: 'auto',
    });
  });
}

/** The address of this page in another language, on the same site whatever the address is. */
export function inLanguage(url: string, language: Language): string {
  const { pathname, searchParams } = new URL(url.replace(/^[/\\]+/, '/'), 'http://same.site');
  searchParams.set('lang', language);
  return `${pathname}?${searchParams}`;
}

function askedFor(request: FastifyRequest): string | undefined {
  return formValues(request.query).lang;
}
