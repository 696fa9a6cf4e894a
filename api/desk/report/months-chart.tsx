import type { Group } from '../../report/groups.ts';
import { Card } from './card.tsx';
import { GroupTable } from './group-card.tsx';
import type { ReportView } from './view.ts';
import { monthText, numberOf } from './words.ts';

const height = 120;
const step = 32;
const width = 12;

/** How many deals were opened and accepted in each month: a picture, and the same in numbers. */
export function MonthsChart({ view }: { view: ReportView }) {
  const { context, report } = view;
  const words = context.messages.desk.report;
  const months = report.groups.month;
  const most = Math.max(1, ...months.map(({ opened }) => opened));
  const [from, until] = [report.query.from, report.query.until].map(month => monthText(context, month));
  return (
    <Card id="by-month" title={words.by.month}>
      <p class="legend">
        <span class="legend__item legend__item--opened">{words.opened}</span>
        <span class="legend__item legend__item--accepted">{words.accepted}</span>
      </p>
      <svg
        class="chart"
        role="img"
        aria-label={words.chart(from ?? '', until ?? '')}
        viewBox={`0 0 ${months.length * step} ${height + 20}`}
        preserveAspectRatio="xMinYMid"
      >
        <line class="chart__line" x1="0" x2={months.length * step} y1={height} y2={height} />
        {months.map((month, index) => (
          <Columns key={month.key} month={month} x={index * step} most={most} />
        ))}
      </svg>
      <details class="disclosure">
        <summary>{words.inNumbers}</summary>
        <GroupTable view={view} by="month" />
      </details>
    </Card>
  );
}

function Columns({ month, x, most }: { month: Group; x: number; most: number }) {
  const high = (count: number) => Math.round(((height - 14) * count) / most);
  const opened = high(month.opened);
  const accepted = high(month.accepted);
  return (
    <g>
      <rect class="chart__opened" x={x + 4} y={height - opened} width={width} height={opened} />
      <rect class="chart__accepted" x={x + 4 + width} y={height - accepted} width={width} height={accepted} />
      {month.opened > 0 && (
        <text class="chart__text" x={x + 4 + width / 2} y={height - opened - 3}>
          {month.opened}
        </text>
      )}
      <text class="chart__text" x={x + step / 2} y={height + 14}>
        {numberOf(month.key)}
      </text>
    </g>
  );
}
