import type { Messages } from '../../shared/i18n/messages.ts';

/** The way through a list that is read by cursor: onwards, and back to its beginning. */
export function Pagination({
  messages,
  firstHref,
  nextHref,
}: {
  messages: Messages;
  firstHref?: string;
  nextHref?: string;
}) {
  if (!firstHref && !nextHref) return null;
  return (
    <nav class="pagination" aria-label={messages.ui.pages}>
      {firstHref && (
        <a class="button button--secondary button--small" href={firstHref}>
          {messages.ui.firstPage}
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
