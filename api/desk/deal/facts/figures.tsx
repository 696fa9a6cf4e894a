import { type ApprovalReason, type Deal, termsOf } from '../../../../deal/deal.ts';
import { figureRows } from '../../../../emails/figures.ts';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import type { PageContext } from '../../../ui/pages/page-context.ts';
import { SummaryList } from '../../../ui/summary-list.tsx';

const rowOf = {
  discount: 'discount',
  discountUnknown: 'discount',
  duration: 'duration',
  amount: 'total',
} as const satisfies Record<ApprovalReason, keyof Messages['mails']['labels']>;

/**
 * What an approver decides by, as his mail has it, with the limits that are passed made plain; nothing when nobody is
 * asked.
 */
export function Figures({ context, deal }: { context: PageContext; deal: Deal }) {
  const { messages, lang } = context;
  if (deal.approval?.state !== 'pending') return null;
  const { terms } = termsOf(deal, deal.approval.version);
  const passed = deal.approval.reasons.map(reason => messages.mails.labels[rowOf[reason]]);
  const rows = figureRows({ deal, messages, reader: { language: lang } }, terms);
  return (
    <SummaryList
      items={rows.map(([label, ...lines]) => ({
        label,
        value: lines.map((line, index) => (
          <div key={line} class={index % 2 === 1 ? 'quiet small' : undefined}>
            {index === 1 && passed.includes(label) ? <strong class="overdue">{line}</strong> : line}
          </div>
        )),
      }))}
    />
  );
}
