import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Mail } from './mails.ts';
import { style } from './style.ts';

/** The inbox: newest first, with the filter by recipient. */
export function inboxPage({
  mails,
  to,
  support,
}: {
  mails: Mail[];
  to: string;
  support: string | undefined;
}): string {
  const title = `Mailbox (${mails.length})`;
  return page(
    title,
    <>
      <header>
        <h1>Mailbox</h1>
        <p>Every mail this machine sends ends here. Nothing leaves it.</p>
      </header>
      <main>
        <Tools to={to} isEmpty={mails.length === 0} support={support} />
        {mails.length > 0 ? <Inbox mails={mails} to={to} /> : <Empty to={to} />}
      </main>
    </>,
  );
}

/** One mail: its HTML as the reader sees it, its text, attachments and headers. */
export function mailPage(mail: Mail): string {
  return page(
    mail.subject || '(no subject)',
    <>
      <header>
        <a href="/">← Mailbox</a>
        <h1>{mail.subject || '(no subject)'}</h1>
        <dl>
          <Fact name="From" value={mail.from} />
          <Fact name="To" value={mail.to.join(', ')} />
          <Fact name="Received" value={<When at={mail.receivedAt} />} />
          {mail.attachments.length > 0 && <Fact name="Attached" value={<Attachments mail={mail} />} />}
        </dl>
        <a class="button" href={`/mails/${mail.id}/answer`}>
          Answer as {mail.to[0]}
        </a>
      </header>
      <main>
        {mail.html && (
          <iframe
            title="The mail as its reader sees it"
            src={`/mails/${mail.id}/html`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        )}
        <details open={!mail.html}>
          <summary>Text</summary>
          {mail.text ? <pre>{withLinks(mail.text)}</pre> : <p>This mail has no text part.</p>}
        </details>
        <details>
          <summary>Headers ({mail.headers.length})</summary>
          <pre>{mail.headers.map(({ name, value }) => `${name}: ${value}\n`)}</pre>
        </details>
      </main>
    </>,
  );
}

/** What is said of an address of ours that leads nowhere. */
export function notFoundPage(): string {
  return page(
    'Not found',
    <main>
      <h1>This mail is not here</h1>
      <p>It may have been deleted.</p>
      <a href="/">← Mailbox</a>
    </main>,
  );
}

function Tools({ to, isEmpty, support }: { to: string; isEmpty: boolean; support: string | undefined }) {
  return (
    <div class="tools">
      <form method="get" action="/">
        <label for="to">Recipient</label>
        <input id="to" name="to" type="search" value={to} placeholder="name@example.com" autocomplete="off" />
        <button type="submit">Filter</button>
      </form>
      <a class="button" href={to ? `/?to=${encodeURIComponent(to)}` : '/'}>
        Refresh
      </a>
      {support && (
        <a class="button" href="/write">
          Write to {support}
        </a>
      )}
      {!isEmpty && !to && (
        <form method="post" action="/delete-all">
          <button type="submit" class="danger">
            Delete all
          </button>
        </form>
      )}
    </div>
  );
}

function Inbox({ mails, to }: { mails: Mail[]; to: string }) {
  const count = mails.length === 1 ? '1 mail' : `${mails.length} mails`;
  return (
    <>
      <p class="count">
        {to ? `${count} to “${to}”` : count} {to && <a href="/">Show all mails</a>}
      </p>
      <ol class="inbox">
        {mails.map(mail => (
          <li key={mail.id}>
            <a href={`/mails/${mail.id}`}>
              <span class="subject">{mail.subject || '(no subject)'}</span>
              <span class="to">{mail.to.join(', ')}</span>
              <When at={mail.receivedAt} />
              <span class="snippet">{snippet(mail)}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

function Empty({ to }: { to: string }) {
  if (!to) return <p class="empty">No mail yet. It appears here the moment it is sent.</p>;
  return (
    <p class="empty">
      No mail to “{to}”. <a href="/">Show all mails</a>
    </p>
  );
}

function Fact({ name, value }: { name: string; value: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Attachments({ mail }: { mail: Mail }) {
  return (
    <>{mail.attachments.map(({ name, bytes }) => `${name} (${Math.ceil(bytes / 1024)} kB)`).join(', ')}</>
  );
}

// The reader sits at the same machine, so its time zone is his.
function When({ at }: { at: string }) {
  const local = new Date(at).toLocaleString('sv-SE');
  return <time datetime={at}>{local}</time>;
}

function snippet({ text = '' }: Mail): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 140);
}

function withLinks(text: string): ComponentChildren[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map(part =>
    /^https?:\/\//.test(part) ? (
      <a href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

/** A whole page of the mailbox. */
export function page(title: string, body: ComponentChildren): string {
  return `<!doctype html>${renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style>{style}</style>
      </head>
      <body>{body}</body>
    </html>,
  )}`;
}
