import { type Deal, termsOf } from '../../../../deal/deal.ts';
import { figureRows } from '../../../../emails/figures.ts';
import type { PageContext } from '../../../ui/pages/page-context.ts';
import { SummaryList } from '../../../ui/summary-list.tsx';

/** What an approver decides by, as his mail has it; nothing when nobody is asked. */
export function Figures({ context, deal }: { context: PageContext; deal: Deal }) {
  const { messages, lang } = context;
  if (deal.approval?.state !== 'pending') return null;
  const { terms } = termsOf(deal, deal.approval.version);
  const rows = figureRows({ deal, messages, reader: { language: lang } }, terms);
  return (
    <SummaryList
      items={rows.map(([label, ...lines]) => ({
        label,
        value: lines.map((line, index) => (
          <div key={line} class={index % 2 === 1 ? 'quiet small' : undefined}>
            {line}
          </div>
        )),
      }))}
    />
  );
}
