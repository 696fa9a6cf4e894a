import type { ComponentChildren } from 'preact';

export interface SummaryItem {
  label: string;
  value: ComponentChildren;
}

interface Props {
  items: readonly SummaryItem[];
  /** The name stands above its value, which may be long and takes the whole width. */
  isStacked?: boolean;
}

/** Facts with their names. Rows without a value are left out. */
export function SummaryList({ items, isStacked = false }: Props) {
  return (
    <dl class={isStacked ? 'summary summary--stacked' : 'summary'}>
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
