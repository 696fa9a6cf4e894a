import type { ComponentChildren } from 'preact';

export interface TimelineItem {
  key: string;
  title: ComponentChildren;
  /** Who did it. */
  by?: string;
  /** ISO moment and how the reader writes it. */
  at: string;
  atText: string;
  tone?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger';
  /** `note`: what somebody wrote for his colleagues. `quiet`: nothing that anybody must read. */
  look?: 'note' | 'quiet';
  children?: ComponentChildren;
}

/** A history, one item an event. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {items.map(({ key, title, by, at, atText, tone = 'neutral', look, children }) => (
        <li key={key} data-line={key} class={`timeline__item timeline__item--${look ?? tone}`}>
          <div class="timeline__head">
            <span class="timeline__title">{title}</span>
            <span class="timeline__meta">
              {by && <span class="timeline__by">{by}</span>} <time dateTime={at}>{atText}</time>
            </span>
          </div>
          {children && <div class="timeline__body">{children}</div>}
        </li>
      ))}
    </ol>
  );
}
