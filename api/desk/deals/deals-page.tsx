import { stages } from '../../../deal/stages.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import { StageBadge } from '../../ui/badge.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { momentOf } from '../deadline-moment.ts';
import { dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import type { StaffMember } from '../staff.ts';
import { type DealFilter, isFiltered, listUrl } from './filter.ts';

export interface DealsView {
  context: DeskContext;
  rows: DealRow[];
  filter: DealFilter;
  colleagues: StaffMember[];
  nextCursor?: string;
}

/** The list of deals, newest change first. */
export function DealsPage({ view }: { view: DealsView }) {
  const { context, rows, filter, nextCursor } = view;
  const { desk, ui } = context.messages;
  const firstHref = filter.cursor && listUrl({ ...filter, cursor: undefined });
  return (
    <DeskFrame context={context} title={desk.list.title} current="deals">
      <div class="heading">
        <h1>{desk.list.title}</h1>
        <LinkButton kind="secondary" href="/desk/inquiries/new">
          {ui.newInquiry}
        </LinkButton>
      </div>
      <Filter view={view} />
      <div class="card card--flush">
        {rows.length > 0 ? <DealTable view={view} /> : <NoDeals view={view} />}
      </div>
      <Pagination
        messages={context.messages}
        firstHref={firstHref || undefined}
        nextHref={nextCursor && listUrl({ ...filter, cursor: nextCursor })}
      />
    </DeskFrame>
  );
}

function Filter({ view: { context, filter, colleagues } }: { view: DealsView }) {
  const { messages } = context;
  const { list } = messages.desk;
  const all = { value: '', label: list.all };
  return (
    <search>
      {' '}
      <form method="get" action="/desk/deals" class="filter">
        <Field
          messages={messages}
          name="q"
          type="search"
          label={list.search}
          hint={list.searchHint}
          value={filter.q}
        />
        <SelectField
          messages={messages}
          name="stage"
          label={list.stage}
          value={filter.stage ?? ''}
          options={[all, ...stages.map(value => ({ value, label: messages.deal.stages[value] }))]}
        />
        <SelectField
          messages={messages}
          name="owner"
          label={list.owner}
          value={filter.owner ?? ''}
          options={[all, ...colleagues.map(({ email, name }) => ({ value: email, label: name }))]}
        />
        <SelectField
          messages={messages}
          name="stuck"
          label={list.attention}
          value={filter.stuck ? 'true' : ''}
          options={[all, { value: 'true', label: list.stuckOnly }]}
        />
        <div class="actions">
          <Button kind="secondary">{list.apply}</Button>
          {isFiltered(filter) && <a href="/desk/deals">{list.clear}</a>}
        </div>
      </form>
    </search>
  );
}

function NoDeals({ view: { context, filter } }: { view: DealsView }) {
  const { list } = context.messages.desk;
  if (!isFiltered(filter)) return <EmptyState title={list.empty}>{list.emptyText}</EmptyState>;
  return (
    <EmptyState title={list.noResult} action={{ href: '/desk/deals', label: list.clear }}>
      {list.noResultText}
    </EmptyState>
  );
}

function DealTable({ view }: { view: DealsView }) {
  const { list } = view.context.messages.desk;
  return (
    <Table
      caption={list.title}
      columns={[
        { label: list.company },
        { label: list.stage },
        { label: list.owner },
        { label: list.next },
        { label: list.amount, numeric: true },
        { label: list.updated },
      ]}
      rows={view.rows.map(deal => tableRow(deal, view))}
    />
  );
}

function tableRow(deal: DealRow, view: DealsView): Row {
  const { context, colleagues } = view;
  const { lang, now, messages } = context;
  const { total } = deal;
  const owner = colleagues.find(({ email }) => email === deal.owner)?.name ?? deal.owner;
  return {
    key: deal.dealId,
    tone: deal.stuck.length > 0 ? 'warning' : undefined,
    cells: [
      <Company key="company" deal={deal} />,
      <Stage key="stage" deal={deal} context={context} />,
      owner ?? <span class="quiet">{messages.desk.list.noOwner}</span>,
      <NextMoment key="next" deal={deal} context={context} />,
      total ? formatMoney(total.amount, { ...total, language: lang }) : <span class="quiet">–</span>,
      <span key="updated" class="quiet">
        <Countdown until={deal.updatedAt} now={now} lang={lang} />
      </span>,
    ],
  };
}

function Company({ deal }: { deal: DealRow }) {
  return (
    <div>
      <a class="row-link" href={dealUrl(deal.dealId)}>
        {deal.company}
      </a>
      <div class="quiet small">{deal.contact}</div>
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
