import { Alert } from '../../ui/alert.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { type DeskContext, momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { mostShown } from './unmatched.ts';
import type { UnmatchedLine, UnmatchedListView } from './view.ts';

/** What AWS told us and no deal has taken, newest first. */
export function UnmatchedPage({ view }: { view: UnmatchedListView }) {
  const { context, purchases, arrivals, dismissed } = view;
  const { events } = context.messages;
  const isEmpty = purchases.length === 0 && arrivals.length === 0;
  return (
    <DeskFrame context={context} title={events.title} current="unmatched">
      <h1>{events.title}</h1>
      <p class="lead">{events.lead}</p>
      {dismissed && <Alert tone="success" title={events.dismissed} />}
      {isEmpty && (
        <div class="card card--flush">
          <EmptyState title={events.empty}>{events.emptyText}</EmptyState>
        </div>
      )}
      <Lines context={context} title={events.purchases} id="purchases" lines={purchases} />
      <Lines context={context} title={events.arrivals} id="arrivals" lines={arrivals} />
    </DeskFrame>
  );
}

interface LinesProps {
  context: DeskContext;
  title: string;
  id: string;
  lines: UnmatchedLine[];
}

function Lines({ context, title, id, lines }: LinesProps) {
  const { events } = context.messages;
  if (lines.length === 0) return null;
  const columns = [events.what, events.when, events.account, events.agreement, events.offer, events.product];
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="card card--flush">
        <Table
          caption={title}
          columns={columns.map(label => ({ label }))}
          rows={lines.map(line => rowOf(line, context))}
        />
      </div>
      {lines.length >= mostShown && <p class="quiet small">{events.newestOnly(mostShown)}</p>}
    </section>
  );
}

function rowOf({ url, facts }: UnmatchedLine, context: DeskContext): Row {
  const [leading, ...others] = facts;
  if (!leading) throw new RangeError(`nothing is known of ${url}`);
  const { kinds } = context.messages.events;
  const known = (name: 'awsAccountId' | 'agreementId' | 'offerId' | 'product') =>
    facts.find(each => each[name])?.[name];
  const also = [...new Set(others.map(each => kinds[each.kind]))].filter(
    each => each !== kinds[leading.kind],
  );
  return {
    key: url,
    cells: [
      <div key="what">
        <a class="row-link" href={url}>
          {kinds[leading.kind]}
        </a>
        {also.map(each => (
          <div key={each} class="quiet small">
            {each}
          </div>
        ))}
      </div>,
      <div key="when">
        {momentText(context, leading.at)}
        <div class="quiet small">
          <Countdown until={leading.at} now={context.now} lang={context.lang} />
        </div>
      </div>,
      <Id key="account" value={known('awsAccountId')} context={context} />,
      <Id key="agreement" value={known('agreementId')} context={context} />,
      <Id key="offer" value={known('offerId')} context={context} />,
      known('product') ?? <Id key="product" context={context} />,
    ],
  };
}

function Id({ value, context }: { value?: string; context: DeskContext }) {
  return value ? <code>{value}</code> : <span class="quiet">{context.messages.events.unknown}</span>;
}
