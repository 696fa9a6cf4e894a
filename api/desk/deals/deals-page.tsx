import { Alert } from '../../ui/alert.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { DeskFrame } from '../desk-frame.tsx';
import { BulkForm } from './bulk/bulk-form.tsx';
import { isFiltered, listUrl } from './filter.ts';
import { ListHead } from './list-head.tsx';
import { DealTable } from './table/deal-table.tsx';
import type { DealsView } from './view.ts';

/** The list of deals: the open ones first, and whatever it is narrowed to. */
export function DealsPage({ view }: { view: DealsView }) {
  const { context, rows, filter, previousCursor, nextCursor } = view;
  const { desk } = context.messages;
  return (
    <DeskFrame context={context} title={desk.list.title} current="deals" isLive>
      <ListHead view={view} />
      {view.problem && <Alert tone="danger" title={view.problem} />}
      {rows.length > 0 ? (
        <BulkForm view={view}>
          <div class="card card--flush" id="deal-list" data-part>
            <DealTable view={view} />
          </div>
        </BulkForm>
      ) : (
        <div class="card card--flush">
          <NoDeals view={view} />
        </div>
      )}
      <Pagination
        messages={context.messages}
        firstHref={filter.cursor && listUrl({ ...filter, cursor: undefined })}
        previousHref={previousCursor && listUrl({ ...filter, cursor: previousCursor })}
        nextHref={nextCursor && listUrl({ ...filter, cursor: nextCursor })}
      />
    </DeskFrame>
  );
}

function NoDeals({ view: { context, filter } }: { view: DealsView }) {
  const { desk, ui } = context.messages;
  const { list } = desk;
  if (!isFiltered(filter))
    return (
      <EmptyState title={list.empty} action={{ href: '/desk/inquiries/new', label: ui.newInquiry }}>
        {list.emptyText}
      </EmptyState>
    );
  return (
    <EmptyState title={list.noResult} action={{ href: '/desk/deals', label: list.clear }}>
      {list.noResultText}
    </EmptyState>
  );
}
