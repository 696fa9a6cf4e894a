import { Card } from './card.tsx';
import { Figures } from './figures.tsx';
import type { ReportView } from './view.ts';
import { spanText } from './words.ts';

/** How long deals stay in each stage. */
export function StageTimesCard({ view: { context, report } }: { view: ReportView }) {
  const words = context.messages.desk.report;
  return (
    <Card id="times" title={words.times} text={words.timesText}>
      <Figures
        caption={words.times}
        nothing={words.noTimes}
        columns={[
          { label: words.stage },
          { label: words.stays, numeric: true },
          { label: words.half, numeric: true },
          { label: words.nineInTen, numeric: true },
        ]}
        rows={report.stageTimes.map(({ stage, count, median, most }) => ({
          key: stage,
          cells: [
            context.messages.deal.stages[stage],
            count,
            spanText(context, median),
            spanText(context, most),
          ],
        }))}
      />
    </Card>
  );
}
