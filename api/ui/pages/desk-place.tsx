import type { ComponentChildren } from 'preact';

export type DeskPlace = 'home' | 'deals' | 'stuck' | 'unmatched' | 'mails' | NameInMore;
export type NameInMore = 'newInquiry' | 'report' | 'webhooks' | 'audit';

/** One place of the desk. */
export function Place(props: {
  href: string;
  isCurrent: boolean;
  /** On a telephone it stands among the further places. */
  isFurtherOnPhones?: boolean;
  children: ComponentChildren;
}) {
  const where = props.isFurtherOnPhones ? 'navigation__item wide-only' : 'navigation__item';
  return (
    <a href={props.href} class={where} aria-current={props.isCurrent ? 'page' : undefined}>
      {props.children}
    </a>
  );
}

const mostShown = 99;

/** A number beside a place, said with its words to whoever hears the page; nothing when there is none. */
export function Count({
  count,
  words,
  tone,
}: {
  count: number;
  words: (number: string) => string;
  tone?: 'warning';
}) {
  const number = count > mostShown ? `${mostShown}+` : String(count);
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span class={tone ? `count count--${tone}` : 'count'} aria-hidden="true">
        {number}
      </span>
      <span class="visually-hidden">{words(number)}</span>
    </>
  );
}
