import { Countdown } from '../../../ui/countdown.tsx';
import { Pagination } from '../../../ui/pagination.tsx';
import { type Row, Table } from '../../../ui/table.tsx';
import { actorText, type DeskContext, momentText } from '../../desk-context.ts';
import { listUrl, shownName, tickName, type UnmatchedLine, type UnmatchedListView } from './view.ts';

type IdName = 'awsAccountId' | 'agreementId' | 'offerId' | 'licenseArn';

interface Props {
  view: UnmatchedListView;
  of: 'purchases' | 'arrivals';
  /** What names such a thing; a column each. */
  ids: IdName[];
}

/** One of the two tables of a list, with the way through its pages. */
export function LinesTable(props: Props) {
  const { view, of } = props;
  const { context, place } = view;
  const { lines, nextCursor } = view[of];
  const title = context.messages.events[of];
  if (lines.length === 0) return null;
  return (
    <section class="stack" aria-labelledby={of}>
      <h2 id={of}>{title}</h2>
      <div class="card card--flush">
        <Table
          caption={title}
          columns={labels(props).map(label => ({ label }))}
          rows={lines.map(line => rowOf(line, props))}
        />
      </div>
      <Pagination
        messages={context.messages}
        firstHref={place[of] && listUrl({ ...place, [of]: undefined })}
        nextHref={nextCursor && listUrl({ ...place, [of]: nextCursor })}
      />
    </section>
  );
}

function labels({ view: { context, place }, ids }: Props): string[] {
  const { events } = context.messages;
  const names: Record<IdName, string> = {
    awsAccountId: events.account,
    agreementId: events.agreement,
    offerId: events.offer,
    licenseArn: events.license,
  };
  if (place.list === 'dismissed')
    return [events.what, events.account, events.product, events.decided, events.reason];
  return [
    ...(place.list === 'unmatched' ? [events.many.column] : []),
    events.what,
    events.when,
    ...ids.map(name => names[name]),
    events.product,
  ];
}

function rowOf(line: UnmatchedLine, { view, ids }: Props): Row {
  const { context, place } = view;
  const known = (name: IdName | 'product') => line.facts.find(each => each[name])?.[name];
  const unknown = <span class="quiet">{context.messages.events.unknown}</span>;
  const idCell = (name: IdName) => (known(name) ? <code key={name}>{known(name)}</code> : unknown);
  const what = <What key="what" context={context} line={line} />;
  const product = known('product') ?? unknown;
  if (place.list === 'dismissed')
    return { key: line.url, cells: [what, idCell('awsAccountId'), product, ...decision(line, context)] };
  const moment = <When key="when" context={context} at={line.facts[0]?.at ?? context.now} />;
  const tick = place.list === 'unmatched' ? [<Tick key="tick" view={view} line={line} />] : [];
  return { key: line.url, cells: [...tick, what, moment, ...ids.map(idCell), product] };
}

function decision({ dismissed }: UnmatchedLine, context: DeskContext): Row['cells'] {
  if (!dismissed) return [];
  return [
    <div key="decided">
      {actorText(context.messages, dismissed.by)}
      <div class="quiet small">{momentText(context, dismissed.at)}</div>
    </div>,
    dismissed.reason,
  ];
}

function Tick({
  view: { context, ticked },
  line: { box, facts },
}: {
  view: UnmatchedListView;
  line: UnmatchedLine;
}) {
  const { events } = context.messages;
  const [first] = facts;
  const id = first?.agreementId ?? first?.awsAccountId ?? '';
  return (
    <>
      <input type="hidden" name={shownName(box)} value="yes" />
      <input
        class="choice__input"
        type="checkbox"
        id={tickName(box)}
        name={tickName(box)}
        value="yes"
        checked={ticked.includes(box)}
      />
      <label class="visually-hidden" for={tickName(box)}>
        {events.many.tick({ what: events.kinds[first?.kind ?? 'other'], id })}
      </label>
    </>
  );
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
