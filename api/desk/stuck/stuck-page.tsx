import { clockOrders } from '../../service/stuck/find.ts';
import { Alert } from '../../ui/alert.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { DeskFrame } from '../desk-frame.tsx';
import { BesideDeals } from './beside-deals.tsx';
import { GroupCard } from './group-card.tsx';
import { boardUrl, type StuckView } from './view.ts';

/** Everything that cannot go on without a person, by its reason. */
export function StuckPage({ view }: { view: StuckView }) {
  const { context, groups, place, done, problem } = view;
  const { desk } = context.messages;
  const { board } = desk;
  const [alone] = place.reason ? groups : [];
  return (
    <DeskFrame context={context} title={board.title} current="stuck" isLive>
      <div class="heading">
        <div>
          <h1>{board.title}</h1>
          <p class="quiet">{board.lead}</p>
        </div>
      </div>
      {done && (
        <Alert
          tone={done.refused > 0 ? 'warning' : 'success'}
          title={board.done[done.act](done)}
          takesFocus
        />
      )}
      {problem && <Alert tone="danger" title={problem} />}
      <Tabs view={view} />
      <div id="stuck" class="stack stack--roomy" data-part>
        {groups.length === 0 && <Nothing view={view} />}
        {groups.map(group => (
          <GroupCard key={group.reason} view={view} group={group} />
        ))}
      </div>
      {place.reason && (
        <Pagination
          messages={context.messages}
          firstHref={place.cursor && boardUrl({ ...place, cursor: undefined })}
          nextHref={alone?.nextCursor && boardUrl({ ...place, cursor: alone.nextCursor })}
        />
      )}
      <BesideDeals view={view} />
    </DeskFrame>
  );
}

function Tabs({ view: { context, place, groups } }: { view: StuckView }) {
  const { board } = context.messages.desk;
  if (groups.length === 0 && !place.reason) return null;
  return (
    <nav class="tabs" aria-label={board.order}>
      {clockOrders.map(sort => (
        <a
          key={sort}
          class="tabs__item"
          href={boardUrl({ ...place, sort, cursor: undefined })}
          aria-current={sort === place.sort ? 'page' : undefined}
        >
          {board.orders[sort]}
        </a>
      ))}
      {place.reason && (
        <a class="tabs__item" href={boardUrl({ sort: place.sort })}>
          {board.allReasons}
        </a>
      )}
    </nav>
  );
}

function Nothing({ view: { context, place } }: { view: StuckView }) {
  const { board } = context.messages.desk;
  const action = place.reason
    ? { href: boardUrl({ sort: place.sort }), label: board.allReasons }
    : { href: '/desk', label: context.messages.ui.home };
  return (
    <div class="card">
      <EmptyState title={place.reason ? board.nothingOfKind : board.nothing} action={action}>
        {board.nothingText}
      </EmptyState>
    </div>
  );
}
