import type { ComponentChildren } from 'preact';
import { LinkButton } from './fields/button.tsx';

/** What stands where a list would be, and what to do about it. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ComponentChildren;
  action?: { href: string; label: string };
}) {
  return (
    <div class="empty">
      <p class="empty__title">{title}</p>
      {children && <p class="empty__text">{children}</p>}
      {action && (
        <LinkButton kind="secondary" href={action.href}>
          {action.label}
        </LinkButton>
      )}
    </div>
  );
}
