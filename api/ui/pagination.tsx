import type { Messages } from '../../shared/i18n/messages.ts';

/** The way through a list that is read by cursor: onwards, back, and to its beginning. */
export function Pagination({
  messages,
  firstHref,
  previousHref,
  nextHref,
}: {
  messages: Messages;
  firstHref?: string;
  previousHref?: string;
  nextHref?: string;
}) {
  if (!firstHref && !previousHref && !nextHref) return null;
  return (
    <nav class="pagination" aria-label={messages.ui.pages}>
      {firstHref && (
        <a class="button button--secondary button--small" href={firstHref}>
          {messages.ui.firstPage}
        </a>
      )}
      {previousHref && (
        <a class="button button--secondary button--small" rel="prev" href={previousHref}>
          {messages.ui.previousPage}
        </a>
      )}
      {nextHref && (
        <a class="button button--secondary button--small" rel="next" href={nextHref}>
          {messages.ui.nextPage}
        </a>
      )}
    </nav>
  );
}
