import type { Messages } from '../../../../shared/i18n/messages.ts';
import { type ListSort, listSorts } from '../../../../shared/models/deal-list.ts';
import { sortOf } from '../../../service/list/query.ts';
import type { Column } from '../../../ui/table.tsx';
import { type DealFilter, listUrl } from '../filter.ts';

/** The columns of the list. Those that it can be sorted by lead there, unless it is in an order of its own. */
export function columnsOf(filter: DealFilter, { desk: { list } }: Messages): Column[] {
  const isBound = Boolean(filter.q || filter.ends);
  const sorted = sortOf({ sort: filter.sort, q: filter.q, endsFrom: filter.ends });
  const sortable = (sort: ListSort, label: string): Column => ({
    label,
    ...(!isBound && { href: listUrl({ ...filter, cursor: undefined, sort }) }),
    ...(sorted === sort && { sorted: listSorts[sort] === 1 ? 'ascending' : 'descending' }),
  });
  return [
    { label: list.company },
    sortable('since', list.stage),
    { label: list.owner },
    { label: list.next },
    sortable('ends', list.lastDay),
    { ...sortable('worth', list.amount), numeric: true },
    sortable('updated', list.updated),
  ];
}
