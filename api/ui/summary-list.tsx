import type { ComponentChildren } from 'preact';

export interface SummaryItem {
  label: string;
  value: ComponentChildren;
}

/** Facts with their names. Rows without a value are left out. */
export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  return (
    <dl class="summary">
      {items
        .filter(({ value }) => value !== undefined && value !== null && value !== '' && value !== false)
        .map(({ label, value }) => (
          <div key={label} class="summary__row">
            <dt class="summary__label">{label}</dt>
            <dd class="summary__value">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
