import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { style } from './style.ts';
import type { Visit } from './visit.ts';

/** The list of offers is also where the pages begin. */
export const OFFERS = '/marketplace/private-offers';

type Props = { visit: Visit; title: string; children: ComponentChildren };

/** One offer belongs to the list of them. */
const isCurrent = (path: string, href: string) =>
  path.startsWith(href.replace(/s$/, '')) || (href === OFFERS && path.startsWith('/marketplace/procurement'));

function Navigation({ visit: { t, path } }: { visit: Visit }) {
  const links = [
    [OFFERS, t.privateOffers],
    ['/marketplace/subscriptions', t.manageSubscriptions],
  ] as const;
  return (
    <nav aria-label={t.console}>
      {links.map(([href, text]) => (
        <a href={href} aria-current={isCurrent(path, href) ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}

function Who({ visit: { t, account, language, path } }: { visit: Visit }) {
  const other = language === 'en' ? 'ja' : 'en';
  return (
    <div class="who">
      {account ? (
        <>
          <span>
            {t.signedInAs} {account}
          </span>
          <form method="post" action="/marketplace/sign-out">
            <button type="submit" class="plain">
              {t.signOut}
            </button>
          </form>
        </>
      ) : (
        <a href={`/marketplace/sign-in?next=${encodeURIComponent(path)}`}>{t.signIn}</a>
      )}
      <form method="post" action="/marketplace/language">
        <input type="hidden" name="language" value={other} />
        <input type="hidden" name="next" value={path} />
        <button type="submit" class="plain" lang={other}>
          {t.language}
        </button>
      </form>
    </div>
  );
}

function Page({ visit, title, children }: Props) {
  return (
    <html lang={visit.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} | ${visit.t.console}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <aside class="banner">
          {visit.t.banner} <a href="/control">{visit.t.control}</a>
        </aside>
        <header class="bar">
          <strong>{visit.t.console}</strong>
          <Navigation visit={visit} />
          <Who visit={visit} />
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** A whole page as HTML. */
export const renderPage = (props: Props) => `<!doctype html>${renderToString(<Page {...props} />)}`;
