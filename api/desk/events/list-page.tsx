import { Alert } from '../../ui/alert.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Row, Table } from '../../ui/table.tsx';
import { actorText, type DeskContext, momentText } from '../desk-context.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { mostShown } from './unmatched.ts';
import type { DismissedLine, UnmatchedLine, UnmatchedListView } from './view.ts';

/** What AWS told us and no deal has taken, newest first. */
export function UnmatchedPage({ view }: { view: UnmatchedListView }) {
  const { context, purchases, arrivals, dismissed, done } = view;
  const { events } = context.messages;
  const isEmpty = purchases.length === 0 && arrivals.length === 0;
  return (
    <DeskFrame context={context} title={events.title} current="unmatched">
      <h1>{events.title}</h1>
      <p class="lead">{events.lead}</p>
      {done && <Alert tone="success" title={events[done]} />}
      {isEmpty && (
        <div class="card card--flush">
          <EmptyState title={events.empty}>{events.emptyText}</EmptyState>
        </div>
      )}
      <Lines
        context={context}
        title={events.purchases}
        id="purchases"
        ids={['awsAccountId', 'agreementId', 'offerId']}
        lines={purchases}
      />
      <Lines
        context={context}
        title={events.arrivals}
        id="arrivals"
        ids={['awsAccountId', 'licenseArn']}
        lines={arrivals}
      />
      {dismissed.length > 0 && <Dismissed context={context} lines={dismissed} />}
    </DeskFrame>
  );
}

/** Kept at hand, since a dismissal can be taken back. */
function Dismissed({ context, lines }: { context: DeskContext; lines: DismissedLine[] }) {
  const { events } = context.messages;
  const columns = [events.what, events.account, events.decided, events.reason];
  return (
    <details class="disclosure">
      <summary>{events.dismissedLast}</summary>
      <div class="card card--flush">
        <Table
          caption={events.dismissedLast}
          columns={columns.map(label => ({ label }))}
          rows={lines.map(line => dismissedRow(line, context))}
        />
      </div>
    </details>
  );
}

function dismissedRow({ url, facts, dismissed }: DismissedLine, context: DeskContext): Row {
  const { messages } = context;
  const account = facts.find(each => each.awsAccountId)?.awsAccountId;
  const unknown = <span class="quiet">{messages.events.unknown}</span>;
  return {
    key: url,
    cells: [
      <What key="what" context={context} line={{ url, facts }} />,
      account ? <code key="account">{account}</code> : unknown,
      dismissed && (
        <div key="decided">
          {actorText(messages, dismissed.by)}
          <div class="quiet small">{momentText(context, dismissed.at)}</div>
        </div>
      ),
      dismissed?.reason ?? unknown,
    ],
  };
}

interface LinesProps {
  context: DeskContext;
  title: string;
  id: string;
  /** What names such a thing; a column each. */
  ids: IdName[];
  lines: UnmatchedLine[];
}
type IdName = 'awsAccountId' | 'agreementId' | 'offerId' | 'licenseArn';

function Lines({ context, title, id, ids, lines }: LinesProps) {
  const { events } = context.messages;
  if (lines.length === 0) return null;
  const names: Record<IdName, string> = {
    awsAccountId: events.account,
    agreementId: events.agreement,
    offerId: events.offer,
    licenseArn: events.license,
  };
  const columns = [events.what, events.when, ...ids.map(name => names[name]), events.product];
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="card card--flush">
        <Table
          caption={title}
          columns={columns.map(label => ({ label }))}
          rows={lines.map(line => rowOf(line, { context, ids }))}
        />
      </div>
      {lines.length >= mostShown && <p class="quiet small">{events.newestOnly(mostShown)}</p>}
    </section>
  );
}

function rowOf({ url, facts }: UnmatchedLine, { context, ids }: Pick<LinesProps, 'context' | 'ids'>): Row {
  const known = (name: IdName | 'product') => facts.find(each => each[name])?.[name];
  const unknown = <span class="quiet">{context.messages.events.unknown}</span>;
  return {
    key: url,
    cells: [
      <What key="what" context={context} line={{ url, facts }} />,
      <When key="when" context={context} at={facts[0]?.at ?? context.now} />,
      ...ids.map(name => (known(name) ? <code key={name}>{known(name)}</code> : unknown)),
      known('product') ?? unknown,
    ],
  };
}

/** What leads is the link; what else AWS has said of it stands below. */
function What({ context, line: { url, facts } }: { context: DeskContext; line: UnmatchedLine }) {
  const { kinds } = context.messages.events;
  const [leading, ...others] = [...new Set(facts.map(each => kinds[each.kind]))];
  return (
    <div>
      <a class="row-link" href={url}>
        {leading}
      </a>
      {others.map(each => (
        <div key={each} class="quiet small">
          {each}
        </div>
      ))}
    </div>
  );
}

function When({ context, at }: { context: DeskContext; at: string }) {
  return (
    <div>
      <div class="moment">{momentText(context, at)}</div>
      <div class="quiet small">
        <Countdown until={at} now={context.now} lang={context.lang} />
      </div>
    </div>
  );
}
