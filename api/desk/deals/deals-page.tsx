import { Alert } from '../../ui/alert.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { DeskFrame } from '../desk-frame.tsx';
import { BulkForm } from './bulk/bulk-form.tsx';
import { listUrl } from './filter.ts';
import { ListHead } from './list-head.tsx';
import { NoDeals } from './no-deals.tsx';
import { DealTable } from './table/deal-table.tsx';
import type { DealsView } from './view.ts';

/** The list of deals: the open ones first, and whatever it is narrowed to. */
export function DealsPage({ view }: { view: DealsView }) {
  const { context, rows, filter, previousCursor, nextCursor } = view;
  return (
    <DeskFrame context={context} title={context.messages.desk.list.title} current="deals" isLive>
      <ListHead view={view} />
      {view.problem && <Alert tone="danger" title={view.problem} />}
      {/* One part, whether there are deals or none: the first one shows by itself, and the last one goes. */}
      <div id="deal-list" data-part>
        {rows.length > 0 ? (
          <BulkForm view={view}>
            <div class="card card--flush">
              <DealTable view={view} />
            </div>
          </BulkForm>
        ) : (
          <div class="card card--flush">
            <NoDeals view={view} />
          </div>
        )}
      </div>
      <Pagination
        messages={context.messages}
        firstHref={filter.cursor && listUrl({ ...filter, cursor: undefined })}
        previousHref={previousCursor && listUrl({ ...filter, cursor: previousCursor })}
        nextHref={nextCursor && listUrl({ ...filter, cursor: nextCursor })}
      />
    </DeskFrame>
  );
}
