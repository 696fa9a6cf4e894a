import type { FastifyReply } from 'fastify';
import type { QueryFilter } from 'mongoose';
import type { Messages } from '../../../../shared/i18n/messages.ts';
import { listIndexName, listSorts } from '../../../../shared/models/deal-list.ts';
import type { DealRecord } from '../../../../shared/models/deal-record.ts';
import type { DealRow } from '../../../../shared/models/deal-row.ts';
import type { Deps } from '../../../deps.ts';
import { csvLine, sendCsv } from '../../../service/csv.ts';
import { familyOf, filterOf } from '../../../service/list/filter.ts';
import { type DealQuery, sortOf } from '../../../service/list/query.ts';

interface Reader {
  reply: FastifyReply;
  messages: Messages;
}

interface Order {
  sort?: Record<string, 1 | -1>;
  hint?: string;
}

/** Answers with the whole of a list as a CSV file, in its order. */
export function sendList(
  deps: Pick<Deps, 'db'>,
  reader: Reader,
  { cursor: _place, ...query }: DealQuery,
): FastifyReply {
  const sort = sortOf(query);
  return sendRows(deps, reader, filterOf(query), {
    sort: { [`list.${sort}`]: listSorts[sort] },
    hint: query.q ? undefined : listIndexName(familyOf(query), sort),
  });
}

/** Answers with the rows of deals as a CSV file, read while it is sent, however many they are. */
export function sendRows(
  { db }: Pick<Deps, 'db'>,
  { reply, messages }: Reader,
  filter: QueryFilter<DealRecord>,
  { sort, hint }: Order = {},
): FastifyReply {
  const found = db.deals.find(filter, { row: 1 });
  if (sort) found.sort(sort);
  if (hint) found.hint(hint);
  return sendCsv(reply, 'deals', linesOf(found.lean<{ row: DealRow }[]>().cursor(), messages));
}

async function* linesOf(records: AsyncIterable<{ row: DealRow }>, messages: Messages) {
  const { list } = messages.desk;
  const { csv } = list;
  const heads = [csv.dealId, list.company, csv.contact, list.stage, list.owner, list.amount, csv.currency];
  yield csvLine([...heads, list.lastDay, csv.since, list.updated, list.attention]);
  for await (const { row } of records) yield csvLine(cellsOf(row, messages));
}

function cellsOf(row: DealRow, { deal, desk }: Messages): string[] {
  return [
    row.dealId,
    row.company,
    row.contact,
    deal.stages[row.stage],
    row.owner ?? '',
    row.total?.amount ?? '',
    row.total?.currency ?? '',
    row.ends ?? '',
    row.stageSince,
    row.updatedAt,
    row.needs.map(({ kind }) => desk.home.kinds[kind]).join('; '),
  ];
}
