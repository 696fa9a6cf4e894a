import { formatMoney } from '../../../../shared/i18n/format.ts';
import type { DealRow } from '../../../../shared/models/deal-row.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Countdown } from '../../../ui/countdown.tsx';
import { dealUrl } from '../../deal/view.ts';
import { DeskFrame } from '../../desk-frame.tsx';
import { nameOf } from '../../staff.ts';
import { listUrl } from '../filter.ts';
import { ListHead } from '../list-head.tsx';
import { NoDeals } from '../no-deals.tsx';
import type { ListView } from '../view.ts';
import type { Column } from './columns.ts';

type BoardView = ListView & { columns: Column[] };

/** The list by stage, side by side. */
export function BoardPage({ view }: { view: BoardView }) {
  const { context, columns } = view;
  const { list } = context.messages.desk;
  return (
    <DeskFrame context={context} title={list.title} current="deals" isLive>
      <ListHead view={view} />
      {view.problem && <Alert tone="danger" title={view.problem} />}
      <section id="board" data-part aria-label={list.asBoard}>
        {columns.every(({ rows }) => rows.length === 0) ? (
          <div class="card">
            <NoDeals view={view} />
          </div>
        ) : (
          <div class="board">
            {columns.map(column => (
              <BoardColumn key={column.stage} view={view} column={column} />
            ))}
          </div>
        )}
      </section>
    </DeskFrame>
  );
}

function BoardColumn({ view: { context, filter, colleagues }, column }: { view: BoardView; column: Column }) {
  const { messages, lang } = context;
  const { stage, rows, sums } = column;
  const { list } = messages.desk;
  const id = `column-${stage}`;
  return (
    <section class="board__column" aria-labelledby={id}>
      <h2 id={id} class="board__title">
        <a href={listUrl({ ...filter, look: undefined, stage })}>{messages.deal.stages[stage]}</a>{' '}
        <span class="quiet">{sums.isWhole ? sums.count : `${sums.count}+`}</span>
      </h2>
      {sums.totals.map(({ currency, amount }) => (
        <p key={currency} class="quiet small number">
          {formatMoney(amount, { currency, language: lang })}
        </p>
      ))}
      {rows.length === 0 ? (
        <p class="quiet small">{list.emptyStage}</p>
      ) : (
        <ul class="board__cards">
          {rows.map(row => (
            <li key={row.dealId}>
              <Card row={row} context={context} owner={nameOf(row.owner, colleagues)} />
            </li>
          ))}
        </ul>
      )}
      {sums.count > rows.length && (
        <a class="small" href={listUrl({ ...filter, look: undefined, stage })}>
          {list.allOfStage}
        </a>
      )}
    </section>
  );
}

function Card({ row, context, owner }: { row: DealRow; context: ListView['context']; owner?: string }) {
  const { messages, lang, now } = context;
  const [need] = row.needs;
  return (
    <article class={row.stuck.length > 0 ? 'board__card board__card--stuck' : 'board__card'}>
      <a class="row-link" href={dealUrl(row.dealId)}>
        {row.company}
      </a>
      {row.total && (
        <div class="number">{formatMoney(row.total.amount, { ...row.total, language: lang })}</div>
      )}
      {need && (
        <div class={need.due < now ? 'overdue small' : 'small'}>{messages.desk.home.kinds[need.kind]}</div>
      )}
      <div class="board__foot quiet small">
        <span>{owner ?? messages.desk.list.noOwner}</span>
        <Countdown until={row.stageSince} now={now} lang={lang} />
      </div>
    </article>
  );
}
