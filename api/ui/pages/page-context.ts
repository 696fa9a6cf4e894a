import type { FastifyRequest } from 'fastify';
import type { Language } from '../../../deal/people.ts';
import type { Config } from '../../../shared/config.ts';
import { type Messages, messagesIn } from '../../../shared/i18n/messages.ts';
import { languageOf } from './language.ts';

/** What every page needs to know about its reader and its place. */
export interface PageContext {
  lang: Language;
  messages: Messages;
  /** Path and query of the page; the language switch leads back here, so it must answer GET. */
  url: string;
  vendorName: string;
  supportEmail: string;
}

/** `known`: the reader's language, when we know him. `url`: where GET shows this page, when it answers a POST. */
export function pageContext(
  request: FastifyRequest,
  { config, known, url }: { config: Config; known?: Language; url?: string },
): PageContext {
  const lang = languageOf(request, known);
  return {
    lang,
    messages: messagesIn(lang),
    url: url ?? request.url,
    vendorName: config.vendor.name,
    supportEmail: config.SUPPORT_EMAIL,
  };
}
