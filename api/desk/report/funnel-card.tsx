import { formatPercent } from '../../../shared/i18n/format.ts';
import type { FunnelStep } from '../../report/numbers.ts';
import type { Row } from '../../ui/table.tsx';
import { Bar, Card } from './card.tsx';
import { Figures } from './figures.tsx';
import type { ReportView } from './view.ts';
import { spanText } from './words.ts';

/** How many deals came how far, and how long it took them. */
export function FunnelCard({ view: { context, report } }: { view: ReportView }) {
  const words = context.messages.desk.report;
  const all = Math.max(1, report.funnel[0]?.count ?? 0);
  return (
    <Card id="funnel" title={words.funnel} text={words.funnelText}>
      <Figures
        caption={words.funnel}
        columns={[
          { label: words.step },
          { label: words.count, numeric: true },
          { label: words.ofFirst },
          { label: words.median, numeric: true },
        ]}
        rows={report.funnel.map(step => rowOf(step, all, context))}
      />
    </Card>
  );
}

function rowOf({ milestone, count, median }: FunnelStep, all: number, context: ReportView['context']): Row {
  const { lang, messages } = context;
  return {
    key: milestone,
    cells: [
      messages.deal.stages[milestone],
      count,
      <span key="share" class="share">
        <span class="share__count">{formatPercent(Math.round((100 * count) / all), lang)}</span>
        <Bar share={count / all} />
      </span>,
      median === undefined ? '–' : spanText(context, median),
    ],
  };
}
