import { dealUrl } from '../deal/view.ts';
import { momentText } from '../desk-context.ts';
import { Bar, Card } from './card.tsx';
import { Figures } from './figures.tsx';
import type { ReportView } from './view.ts';

/** Where and why deals come to nothing. */
export function EndingsCard({ view }: { view: ReportView }) {
  const { context, report } = view;
  const words = context.messages.desk.report;
  const { stages } = context.messages.deal;
  const most = Math.max(1, ...report.endings.map(({ count }) => count));
  return (
    <Card id="endings" title={words.endings} text={words.endingsText}>
      <Figures
        caption={words.endings}
        nothing={words.noEndings}
        columns={[{ label: words.endedIn }, { label: words.how }, { label: words.count }]}
        rows={report.endings.map(({ from, stage, count }) => ({
          key: `${from} ${stage}`,
          cells: [
            stages[from],
            stages[stage],
            <span key="count" class="share">
              <span class="share__count">{count}</span>
              <Bar share={count / most} tone="danger" />
            </span>,
          ],
        }))}
      />
      <Reasons view={view} />
    </Card>
  );
}

function Reasons({ view: { context, report } }: { view: ReportView }) {
  const words = context.messages.desk.report;
  if (report.reasons.length === 0) return null;
  return (
    <details class="disclosure">
      <summary>{words.reasons}</summary>
      <ul class="rows">
        {report.reasons.map(({ dealId, company, stage, reason, at }) => (
          <li key={dealId} class="rows__item">
            <span>
              <a class="row-link" href={dealUrl(dealId)}>
                {company}
              </a>{' '}
              <span class="quiet small">
                {context.messages.deal.stages[stage]} · {momentText(context, at.toISOString())}
              </span>
            </span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
