import type { ComponentChildren } from 'preact';

export interface MessageItem {
  key: string;
  /** Of whoever reads the page. */
  isOwn: boolean;
  who: string;
  /** ISO moment and how the reader writes it. */
  at: string;
  atText: string;
  /** What kind of words they are, and how they came. */
  about?: string;
  text: string;
  children?: ComponentChildren;
}

/** What two sides have written to each other, oldest first, each on a side of its own. */
export function MessageList({ items }: { items: readonly MessageItem[] }) {
  return (
    <ol class="messages">
      {items.map(({ key, isOwn, who, at, atText, about, text, children }) => (
        <li key={key} class={isOwn ? 'message message--own' : 'message'}>
          <div class="message__head">
            <strong>{who}</strong>{' '}
            <span class="quiet small">
              {about && `${about} · `}
              <time dateTime={at}>{atText}</time>
            </span>
          </div>
          <p class="pre">{text}</p>
          {children}
        </li>
      ))}
    </ol>
  );
}
