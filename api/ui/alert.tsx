import type { ComponentChildren } from 'preact';

export interface AlertProps {
  tone?: 'info' | 'success' | 'warning' | 'danger';
  /** Where links to it lead. */
  id?: string;
  title: string;
  children?: ComponentChildren;
  /** Buttons that cure what the alert says. */
  actions?: ComponentChildren;
  /** The reader begins here: it answers what he has just done. */
  takesFocus?: boolean;
}

/** Something the reader must not miss. Dangers are read out at once. */
export function Alert({ tone = 'info', id, title, children, actions, takesFocus }: AlertProps) {
  return (
    <div
      id={id}
      class={`alert alert--${tone}`}
      role={tone === 'danger' ? 'alert' : 'status'}
      tabIndex={takesFocus ? -1 : undefined}
      data-focus={takesFocus}
    >
      <p class="alert__title">{title}</p>
      {children && <div class="alert__body">{children}</div>}
      {actions && <div class="actions">{actions}</div>}
    </div>
  );
}
