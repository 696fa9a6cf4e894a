import type { ComponentChildren } from 'preact';
import type { Messages } from '../../shared/i18n/messages.ts';

export interface ProgressProps {
  messages: Messages;
  /** Unique on the page: the script replaces the element with this id by the one of a newly fetched page. */
  id: string;
  /** Path that GETs the page this stands on. A redirect from there takes the reader along. */
  url: string;
  /** False once nothing more will change. */
  running: boolean;
  children?: ComponentChildren;
}

/** A part of a page that keeps itself up to date. Without the script there is a link that does the same. */
export function Progress({ messages, id, url, running, children }: ProgressProps) {
  return (
    <section id={id} class="progress" aria-live="polite" data-refresh={running ? url : undefined}>
      {children}
      {running && (
        <p class="progress__note">
          {messages.ui.updatesByItself} <a href={url}>{messages.ui.updateNow}</a>
        </p>
      )}
    </section>
  );
}
