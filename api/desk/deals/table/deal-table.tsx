import { formatDay, formatMoney } from '../../../../shared/i18n/format.ts';
import type { DealRow } from '../../../../shared/models/deal-row.ts';
import { StageBadge } from '../../../ui/badge.tsx';
import { Countdown } from '../../../ui/countdown.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { momentOf } from '../../deadline-moment.ts';
import { dealUrl } from '../../deal/view.ts';
import type { DeskContext } from '../../desk-context.ts';
import { nameOf } from '../../staff.ts';
import { pickName } from '../bulk/picked.ts';
import type { DealsView } from '../view.ts';
import { columnsOf } from './columns.ts';

/** The deals of a page, each with a box to tick. */
export function DealTable({ view }: { view: DealsView }) {
  const { context, filter } = view;
  return (
    <Table
      caption={context.messages.desk.list.title}
      columns={columnsOf(filter, context.messages)}
      rows={view.rows.map(deal => tableRow(deal, view))}
    />
  );
}

function tableRow(deal: DealRow, view: DealsView): Row {
  const { context, colleagues } = view;
  const { lang, now, messages } = context;
  const { total, ends } = deal;
  const owner = nameOf(deal.owner, colleagues);
  const none = <span class="quiet">–</span>;
  return {
    key: deal.dealId,
    tone: deal.stuck.length > 0 ? 'warning' : undefined,
    cells: [
      <Company key="company" deal={deal} context={context} />,
      <Stage key="stage" deal={deal} context={context} />,
      <span key="owner" class="owner">
        {owner ?? <span class="quiet">{messages.desk.list.noOwner}</span>}
      </span>,
      <NextMoment key="next" deal={deal} context={context} />,
      ends ? (
        <span key="ends" class="day">
          {formatDay(ends, lang)}
        </span>
      ) : (
        none
      ),
      total ? formatMoney(total.amount, { ...total, language: lang }) : none,
      <span key="updated" class="quiet">
        <Countdown until={deal.updatedAt} now={now} lang={lang} />
      </span>,
    ],
  };
}

/** The box before the name is a target of its own, wide enough for a thumb. */
function Company({ deal, context: { messages } }: { deal: DealRow; context: DeskContext }) {
  const id = `pick-${deal.dealId}`;
  return (
    <div class="pick">
      <label class="pick__box" for={id}>
        <span class="visually-hidden">{messages.desk.list.bulk.tick(deal.company)}</span>
        <input type="checkbox" id={id} name={pickName(deal.dealId)} value="yes" />
      </label>
      <div>
        <a class="row-link" href={dealUrl(deal.dealId)}>
          {deal.company}
        </a>
        <div class="quiet small">{deal.contact}</div>
      </div>
    </div>
  );
}

function Stage({ deal, context: { messages } }: { deal: DealRow; context: DeskContext }) {
  return (
    <div class="stack stack--tight">
      <span>
        <StageBadge stage={deal.stage} messages={messages} />
      </span>
      {deal.stuck.map(stuck => (
        <span key={stuck.step} class="stuck-note">
          {messages.ui.labelled(messages.desk.list.stuck, messages.deal.stuck[stuck.reason])}
        </span>
      ))}
    </div>
  );
}

function NextMoment({ deal: { next }, context }: { deal: DealRow; context: DeskContext }) {
  const { messages, now, lang } = context;
  if (!next) return <span class="quiet">{messages.desk.list.nothingPlanned}</span>;
  return (
    <div>
      {messages.desk.deadlines[next.kind]}
      <div class={next.at < now ? 'overdue small' : 'quiet small'}>
        <Countdown until={momentOf(next)} now={now} lang={lang} />
      </div>
    </div>
  );
}
