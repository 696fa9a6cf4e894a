import type { ComponentChildren } from 'preact';

interface Look {
  /** `primary`: the one next step of a page. `danger`: takes something away. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  children?: ComponentChildren;
}

const classOf = ({ kind = 'primary', size = 'normal' }: Look) => `button button--${kind} button--${size}`;

/** `name` and `value` tell which of several buttons of one form was pressed. */
export function Button({
  name,
  value,
  describedBy,
  ...look
}: Look & { name?: string; value?: string; describedBy?: string }) {
  return (
    <button type="submit" class={classOf(look)} name={name} value={value} aria-describedby={describedBy}>
      {look.children}
    </button>
  );
}

/** `external`: opens AWS or another site beside this page. */
export function LinkButton({ href, external, ...look }: Look & { href: string; external?: boolean }) {
  const beside = external ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return (
    <a class={classOf(look)} href={href} {...beside}>
      {look.children}
    </a>
  );
}
