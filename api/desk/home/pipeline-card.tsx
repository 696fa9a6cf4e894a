import { formatMoney } from '../../../shared/i18n/format.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { listUrl } from '../deals/filter.ts';
import type { StageSum } from './pipeline.ts';
import type { HomeView } from './view.ts';

/** How many deals are in each stage, what they are worth, and how long the oldest has been there. */
export function PipelineCard({ view: { context, stages } }: { view: HomeView }) {
  const { home } = context.messages.desk;
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <section class="stack" aria-labelledby="pipeline">
      <h2 id="pipeline">{home.pipeline}</h2>
      <div class="card card--flush">
        <Table
          caption={home.pipeline}
          columns={[
            { label: home.stage },
            { label: home.deals },
            { label: home.sum, numeric: true },
            { label: home.oldest },
          ]}
          rows={stages.map(stage => rowOf(stage, most, context))}
        />
      </div>
    </section>
  );
}

function rowOf({ stage, count, totals, oldest }: StageSum, most: number, context: HomeView['context']): Row {
  const { lang, now, messages } = context;
  const name = messages.deal.stages[stage];
  return {
    key: stage,
    tone: count === 0 ? 'empty' : undefined,
    cells: [
      <a key="stage" class="row-link" href={listUrl({ stage })}>
        {name}
      </a>,
      <span key="count" class="share">
        <span class="share__count">{count}</span>
        <progress class="share__bar" max={most} value={count} aria-hidden="true" />
      </span>,
      totals.length > 0 && (
        <span key="sum" class="stack stack--tight">
          {totals.map(total => (
            <span key={total.currency}>{formatMoney(total.amount, { ...total, language: lang })}</span>
          ))}
        </span>
      ),
      oldest && (
        <span key="oldest" class="quiet">
          <Countdown until={oldest} now={now} lang={lang} />
        </span>
      ),
    ],
  };
}
