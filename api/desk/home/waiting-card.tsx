import type { NeedKind } from '../../../deal/needs.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import type { DealRow } from '../../../shared/models/deal-row.ts';
import { StageBadge } from '../../ui/badge.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LinkButton } from '../../ui/fields/button.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { cureUrl, dealUrl, formUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import { nameOf } from '../staff.ts';
import { boardUrl } from '../stuck/view.ts';
import type { Waiting } from './find-waiting.ts';
import type { HomeView } from './view.ts';

/** What waits, what is due first before the rest, each with the one thing to do about it. */
export function WaitingCard({ view }: { view: HomeView }) {
  const { home } = view.context.messages.desk;
  const { waiting, whose } = view;
  if (waiting.length === 0)
    return (
      <div class="card">
        <EmptyState title={home.nothing[whose]} action={{ href: '/desk/deals', label: home.allDeals }}>
          {home.nothingText}
        </EmptyState>
      </div>
    );
  return (
    <div class="card card--flush">
      <Table
        caption={home.title}
        columns={[
          { label: home.what },
          { label: home.due },
          { label: home.since },
          { label: home.owner },
          { label: home.amount, numeric: true },
          { label: home.action },
        ]}
        rows={waiting.map(each => rowOf(each, view))}
      />
    </div>
  );
}

function rowOf({ row, need }: Waiting, { context, colleagues }: HomeView): Row {
  const { lang, now, messages } = context;
  const { home } = messages.desk;
  const owner = nameOf(row.owner, colleagues);
  const { total } = row;
  return {
    key: `${row.dealId} ${need.kind}`,
    tone: need.kind === 'cure' ? 'warning' : undefined,
    cells: [
      <What key="what" waiting={{ row, need }} context={context} />,
      <Due key="due" waiting={{ row, need }} context={context} />,
      <span key="since" class="quiet">
        <Countdown until={need.since} now={now} lang={lang} />
      </span>,
      <span key="owner" class="owner">
        {owner ?? <span class="quiet">{home.noOwner}</span>}
      </span>,
      total ? formatMoney(total.amount, { ...total, language: lang }) : <span class="quiet">–</span>,
      <LinkButton key="action" kind="secondary" size="small" href={actionUrl(need.kind, row)}>
        {home.actions[need.kind]}
        <span class="visually-hidden"> {row.company}</span>
      </LinkButton>,
    ],
  };
}

function What({ waiting: { row, need }, context: { messages } }: { waiting: Waiting; context: DeskContext }) {
  const { desk, deal } = messages;
  const { home } = desk;
  const stuck = need.kind === 'cure' ? row.stuck : [];
  return (
    <div class="stack stack--tight">
      <div>
        <a class="row-link" href={dealUrl(row.dealId)}>
          {row.company}
        </a>
        <div class="quiet small">{row.contact}</div>
      </div>
      <div class="facts-line">
        <span>{home.kinds[need.kind]}</span>
        <StageBadge stage={row.stage} messages={messages} />
      </div>
      {stuck.map(({ step, reason }) => (
        <a key={step} class="stuck-note" href={boardUrl({ reason, sort: 'oldest' })}>
          {deal.stuck[reason]}
        </a>
      ))}
    </div>
  );
}

/** What is stuck has no time but now. */
function Due({ waiting: { need }, context }: { waiting: Waiting; context: DeskContext }) {
  const { messages, now, lang } = context;
  if (need.due === need.since) return <span class="overdue">{messages.desk.home.now}</span>;
  return (
    <span class={need.due < now ? 'overdue' : undefined}>
      <Countdown until={need.due} now={now} lang={lang} />
    </span>
  );
}

/** Where it is done: a form that is open, or the deal with its next step. */
function actionUrl(kind: NeedKind, { dealId, stuck: [stuck] }: DealRow): string {
  switch (kind) {
    case 'cure':
      return stuck ? cureUrl(dealId, stuck.step) : dealUrl(dealId);
    case 'correctTerms':
      return `${dealUrl(dealId)}/terms`;
    case 'offerEnds':
    case 'reviveOffer':
      return formUrl(dealId, { form: 'extendOffer', field: 'extendOffer.expiresOn' });
    default:
      return dealUrl(dealId);
  }
}
