import type { DeliveryState, WebhookDelivery } from '../../../shared/models/webhook-delivery.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { dealUrl } from '../deal/view.ts';
import { momentText } from '../desk-context.ts';
import { type LogFilter, logUrl, type WebhooksView, webhooksUrl } from './view.ts';

type Props = { view: WebhooksView };
type LineProps = Props & { row: WebhookDelivery };

const filters: { name: 'all' | 'failed' | 'held'; filter: LogFilter }[] = [
  { name: 'all', filter: {} },
  { name: 'failed', filter: { state: 'failed' } },
  { name: 'held', filter: { state: 'held' } },
];

/** What the receiver was told, newest first. */
export function DeliveryLog({ view }: Props) {
  const { context, filter, deliveries, nextCursor } = view;
  const { webhooks } = context.messages;
  return (
    <section class="stack" aria-labelledby="log">
      <h2 id="log">{webhooks.log}</h2>
      <nav class="tabs" aria-label={webhooks.filterLabel}>
        {filters.map(({ name, filter: { state } }) => (
          <a
            key={name}
            class="tabs__item"
            href={logUrl({ state })}
            aria-current={state === filter.state ? 'page' : undefined}
          >
            {webhooks.filters[name]}
          </a>
        ))}
      </nav>
      <div class="card card--flush">
        {deliveries.length > 0 ? <Lines view={view} /> : <NoLines view={view} />}
      </div>
      <Pagination
        messages={context.messages}
        firstHref={filter.cursor && logUrl({ state: filter.state })}
        nextHref={nextCursor && logUrl({ state: filter.state, cursor: nextCursor })}
      />
    </section>
  );
}

function NoLines({ view: { context, filter } }: Props) {
  const { webhooks } = context.messages;
  if (!filter.state) return <EmptyState title={webhooks.empty}>{webhooks.emptyText}</EmptyState>;
  const title = filter.state === 'failed' ? webhooks.noneFailed : webhooks.noneHeld;
  return <EmptyState title={title}>{webhooks.noneText}</EmptyState>;
}

function Lines({ view }: Props) {
  const { webhooks } = view.context.messages;
  const { entry, deal, result, attempts, lastAnswer, when, action, log } = webhooks;
  const mayReplay = isOpen(view);
  return (
    <Table
      caption={log}
      columns={[
        { label: entry },
        { label: deal },
        { label: result },
        { label: attempts, numeric: true },
        { label: lastAnswer },
        { label: when },
        ...(mayReplay ? [{ label: action }] : []),
      ]}
      rows={view.deliveries.map(row => rowOf(row, view))}
    />
  );
}

/** While nothing goes out, nothing can go out again. */
const isOpen = ({ host, endpoint }: WebhooksView) => host !== undefined && !endpoint.pausedAt;

const tones: Record<DeliveryState, Tone> = {
  waiting: 'accent',
  delivered: 'success',
  failed: 'danger',
  held: 'warning',
};

function rowOf(row: WebhookDelivery, view: WebhooksView): Row {
  const { webhooks } = view.context.messages;
  return {
    key: row._id,
    tone: row.state === 'failed' ? 'warning' : undefined,
    cells: [
      <Entry key="entry" view={view} row={row} />,
      <a key="deal" href={dealUrl(row.dealId)}>
        {companyOf(row, view)}
      </a>,
      <div key="state">
        <Badge tone={tones[row.state]}>{webhooks.states[row.state]}</Badge>
      </div>,
      String(row.attempts),
      <LastAnswer key="answer" view={view} row={row} />,
      <When key="when" view={view} row={row} />,
      <Replay key="replay" view={view} row={row} />,
    ],
  };
}

const companyOf = ({ dealId }: WebhookDelivery, { companies }: WebhooksView) =>
  companies.get(dealId) ?? dealId;

function Entry({ row: { type, outcome, seq }, view: { context } }: LineProps) {
  const { deal, ui } = context.messages;
  return (
    <div>
      <p>{deal.events[type]}</p>
      <div class="quiet small">
        #{seq}
        {outcome === 'refused' && ` – ${ui.refused}`}
      </div>
    </div>
  );
}

function LastAnswer({ row: { lastAnswer }, view: { context } }: LineProps) {
  const { webhooks } = context.messages;
  if (!lastAnswer) return <span class="quiet">{webhooks.noAnswer}</span>;
  return <p>{/^\d+$/.test(lastAnswer) ? webhooks.status(lastAnswer) : webhooks.answer(lastAnswer)}</p>;
}

function When({ row: { at }, view: { context } }: LineProps) {
  const moment = at.toISOString();
  return (
    <div>
      <div class="moment">{momentText(context, moment)}</div>
      <div class="quiet small">
        <Countdown until={moment} now={context.now} lang={context.lang} />
      </div>
    </div>
  );
}

/** What is on its way needs no press. */
function Replay({ row, view }: LineProps) {
  const { messages, keys } = view.context;
  if (!isOpen(view) || row.state === 'waiting') return null;
  const entry = messages.deal.events[row.type];
  const label = messages.webhooks.replayOf({ entry, company: companyOf(row, view) });
  return (
    <Form action={`${webhooksUrl}/replay`} keys={keys} name={row._id}>
      <input type="hidden" name="id" value={row._id} />
      <button type="submit" class="button button--secondary button--small" aria-label={label}>
        {messages.webhooks.replay}
      </button>
    </Form>
  );
}
