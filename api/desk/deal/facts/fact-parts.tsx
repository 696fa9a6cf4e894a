import type { Deal } from '../../../../deal/deal.ts';
import { CopyField } from '../../../ui/fields/copy-field.tsx';
import { type SummaryItem, SummaryList } from '../../../ui/summary-list.tsx';
import type { DeskContext } from '../../desk-context.ts';

export interface FactsProps {
  context: DeskContext;
  deal: Deal;
}

/** Facts that belong together. */
export function Part({ id, title, items }: { id: string; title: string; items: SummaryItem[] }) {
  return (
    <section class="part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <SummaryList items={items} />
    </section>
  );
}

/** An id that can be copied, or nothing. */
export function idItem(
  context: DeskContext,
  { label, value }: { label: string; value?: string },
): SummaryItem {
  return { label, value: value && <CopyField value={value} label={label} messages={context.messages} /> };
}

/** The words of the deal page. */
export const words = ({ messages }: DeskContext) => messages.desk.deal;
