import type { MonthAhead } from '../../report/ahead.ts';
import type { Row } from '../../ui/table.tsx';
import { dealUrl } from '../deal/view.ts';
import { momentText } from '../desk-context.ts';
import { Card } from './card.tsx';
import { Figures } from './figures.tsx';
import type { ReportView } from './view.ts';
import { monthText, sumsText } from './words.ts';

/** What ends by itself in the months to come. */
export function AheadCard({ view: { context, report } }: { view: ReportView }) {
  const words = context.messages.desk.report;
  const months = report.ahead.months.filter(({ offers, terms }) => offers + terms > 0);
  return (
    <Card id="ahead" title={words.ahead} text={words.aheadText}>
      <Figures
        caption={words.ahead}
        nothing={words.nothingAhead}
        columns={[
          { label: words.month },
          { label: words.offers, numeric: true },
          { label: words.terms, numeric: true },
          { label: words.sum, numeric: true },
        ]}
        rows={months.map(month => rowOf(month, context))}
      />
    </Card>
  );
}

function rowOf({ month, offers, terms, renewing, sums }: MonthAhead, context: ReportView['context']): Row {
  const words = context.messages.desk.report;
  return {
    key: month,
    cells: [
      monthText(context, month),
      offers,
      <span key="terms">
        {terms}
        {renewing > 0 && <span class="quiet small"> {words.renewing(renewing)}</span>}
      </span>,
      sumsText(context, sums),
    ],
  };
}

/** The deals of which something ends first. */
export function SoonCard({ view: { context, report } }: { view: ReportView }) {
  const words = context.messages.desk.report;
  if (report.ahead.soon.length === 0) return null;
  return (
    <Card id="soon" title={words.soon}>
      <Figures
        caption={words.soon}
        columns={[
          { label: words.columns.company },
          { label: words.what },
          { label: words.at },
          { label: words.sum, numeric: true },
        ]}
        rows={report.ahead.soon.map(({ dealId, company, what, at, renews, sum }) => ({
          key: dealId,
          cells: [
            <a key="company" class="row-link" href={dealUrl(dealId)}>
              {company}
            </a>,
            renews ? `${words.whats[what]} · ${words.renews}` : words.whats[what],
            <span key="at" class="moment">
              {momentText(context, at.toISOString())}
            </span>,
            sumsText(context, sum ? [sum] : []),
          ],
        }))}
      />
    </Card>
  );
}
