import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title?: string;
  text?: string;
  children: ComponentChildren;
}

/** One part of the report, with a heading that a screen reader can jump to. */
export function Card({ id, title, text, children }: Props) {
  return (
    <section class="card" aria-labelledby={title && id}>
      {title && (
        <div class="stack stack--tight">
          <h2 id={id}>{title}</h2>
          {text && <p class="quiet small">{text}</p>}
        </div>
      )}
      {children}
    </section>
  );
}

/** A bar as long as its share; what it shows stands beside it as a number. */
export function Bar({ share, tone }: { share: number; tone?: 'danger' }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar__ground" width="100" height="8" />
      <rect class={tone ? `bar__share bar__share--${tone}` : 'bar__share'} width={share * 100} height="8" />
    </svg>
  );
}
