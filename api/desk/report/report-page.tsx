import { EmptyState } from '../../ui/empty-state.tsx';
import { DeskFrame } from '../desk-frame.tsx';
import { AheadCard, SoonCard } from './ahead-card.tsx';
import { Card } from './card.tsx';
import { EndingsCard } from './endings-card.tsx';
import { ReportFilter } from './filter.tsx';
import { FunnelCard } from './funnel-card.tsx';
import { GroupCard } from './group-card.tsx';
import { MonthsChart } from './months-chart.tsx';
import { StageTimesCard } from './stage-times-card.tsx';
import type { ReportView } from './view.ts';
import { monthText } from './words.ts';

/** How deals go: the way from inquiry to customer, where they stay and where they end, by whom and what, and what comes. */
export function ReportPage({ view }: { view: ReportView }) {
  const { context, report } = view;
  const words = context.messages.desk.report;
  const { from, until } = report.query;
  const isEmpty = report.groups.month.every(({ opened }) => opened === 0);
  return (
    <DeskFrame context={context} title={words.title} current="report">
      <div class="stack stack--tight">
        <h1>{words.title}</h1>
        <p class="quiet">{words.lead(monthText(context, from), monthText(context, until))}</p>
      </div>
      <ReportFilter view={view} />
      {isEmpty ? (
        <Card id="none">
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        </Card>
      ) : (
        <>
          <FunnelCard view={view} />
          <MonthsChart view={view} />
          <div class="halves">
            <StageTimesCard view={view} />
            <EndingsCard view={view} />
          </div>
          {(['owner', 'product', 'language'] as const).map(by => (
            <GroupCard key={by} view={view} by={by} />
          ))}
        </>
      )}
      <div class="halves">
        <AheadCard view={view} />
        <SoonCard view={view} />
      </div>
    </DeskFrame>
  );
}
