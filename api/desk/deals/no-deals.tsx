import { EmptyState } from '../../ui/empty-state.tsx';
import { isFiltered, listUrl } from './filter.ts';
import type { ListView } from './view.ts';

/** What stands in the place of deals: there are none yet, or none as they are asked for. */
export function NoDeals({ view: { context, filter } }: { view: Pick<ListView, 'context' | 'filter'> }) {
  const { desk, ui } = context.messages;
  const { list } = desk;
  if (!isFiltered(filter))
    return (
      <EmptyState title={list.empty} action={{ href: '/desk/inquiries/new', label: ui.newInquiry }}>
        {list.emptyText}
      </EmptyState>
    );
  return (
    <EmptyState title={list.noResult} action={{ href: listUrl({ look: filter.look }), label: list.clear }}>
      {list.noResultText}
    </EmptyState>
  );
}
