import type { FastifyReply } from 'fastify';
import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { languages } from '../../../deal/people.ts';
import { assetUrl, type File } from './assets.ts';
import { inLanguage } from './language.ts';
import type { PageContext } from './page-context.ts';

export interface PageProps {
  context: PageContext;
  /** Name of the page, for the window; the visible heading is the page's own. */
  title: string;
  /** `reading`: a calm, narrow column for buyers. `working`: wide, for staff. */
  width?: 'reading' | 'working';
  /** What stands between the brand and the language switch. */
  navigation?: ComponentChildren;
  /** What the header calls the place; the selling company by default. */
  brand?: { name: string; href?: string };
  /** Places of this page to which a keyboard may jump, beside its content. */
  skipTo?: readonly { href: string; label: string }[];
  scripts?: readonly File[];
  children?: ComponentChildren;
}

/** The frame of every page: head, header with language switch, main, footer with support. */
export function Page({
  context,
  title,
  width = 'reading',
  navigation,
  brand,
  skipTo = [],
  scripts = ['site.js'],
  children,
}: PageProps) {
  const { lang, messages, vendorName } = context;
  const name = brand?.name ?? vendorName;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – ${name}`}</title>
        <link rel="stylesheet" href={assetUrl('site.css')} />
        <link rel="icon" href="data:," />
        {scripts.map(file => (
          <script key={file} src={assetUrl(file)} defer />
        ))}
      </head>
      <body class={`page page--${width}`}>
        <a class="skip-link" href="#main">
          {messages.ui.skipToContent}
        </a>
        {skipTo.map(({ href, label }) => (
          <a key={href} class="skip-link" href={href}>
            {messages.ui.skipTo(label)}
          </a>
        ))}
        <header class="header">
          <div class="header__inner">
            <Brand name={name} href={brand?.href} />
            {navigation}
            <LanguageSwitch context={context} />
          </div>
        </header>
        <main id="main" class="main" tabIndex={-1}>
          {children}
        </main>
        <Footer context={context} />
      </body>
    </html>
  );
}

function Brand({ name, href }: { name: string; href?: string }) {
  return href ? (
    <a class="brand" href={href}>
      {name}
    </a>
  ) : (
    <span class="brand">{name}</span>
  );
}

function LanguageSwitch({ context: { lang, messages, url } }: { context: PageContext }) {
  return (
    <nav class="language" aria-label={messages.ui.language}>
      {languages.map(each =>
        each === lang ? (
          <span key={each} class="language__item" aria-current="true">
            {messages.ui.languages[each]}
          </span>
        ) : (
          <a key={each} class="language__item" href={inLanguage(url, each)} lang={each} hreflang={each}>
            {messages.ui.languages[each]}
          </a>
        ),
      )}
    </nav>
  );
}

function Footer({ context: { messages, supportEmail } }: { context: PageContext }) {
  return (
    <footer class="footer">
      <p>
        {messages.ui.supportBefore}
        <a href={`mailto:${supportEmail}`}>{supportEmail}</a>
        {messages.ui.supportAfter}
      </p>
    </footer>
  );
}

/**
 * Answers with a page, with `status` or the one the reply already has. Pages show a person's own business, so no cache
 * keeps them.
 */
export function sendPage(reply: FastifyReply, page: VNode, status = reply.statusCode): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(`<!doctype html>${render(page)}`);
}
