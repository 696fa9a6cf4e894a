import type { Messages } from '../../shared/i18n/messages.ts';
import type { Database } from '../../shared/models/database.ts';
import { milestones } from '../../shared/models/deal-figures.ts';
import type { DealRecord } from '../../shared/models/deal-record.ts';
import { csvLine } from '../service/csv.ts';
import { openedIn } from './numbers.ts';
import type { ReportQuery } from './period.ts';

type Counted = Pick<DealRecord, '_id' | 'company' | 'owner' | 'stage' | 'figures'>;

/** The deals of a report, one a line, oldest first; moments are ISO, amounts as AWS writes them. */
export async function* dealsCsv(
  db: Database,
  query: ReportQuery,
  messages: Messages,
): AsyncGenerator<string> {
  const { columns } = messages.desk.report;
  yield csvLine([
    columns.deal,
    columns.company,
    columns.owner,
    columns.product,
    columns.language,
    columns.stage,
    ...milestones.map(each => messages.deal.stages[each]),
    columns.ended,
    columns.endedIn,
    columns.reason,
    columns.amount,
    columns.currency,
  ]);
  const found = db.deals.aggregate<Counted>([
    { $match: openedIn(query) },
    { $sort: { 'figures.openedAt': 1 } },
    { $project: { company: 1, owner: 1, stage: 1, figures: 1 } },
  ]);
  for await (const deal of found) yield line(deal, messages);
}

function line({ _id, company, owner, stage, figures }: Counted, { deal: { stages } }: Messages): string {
  const { product, language, reached, end, won } = figures;
  return csvLine([
    _id,
    company,
    owner,
    product,
    language,
    stages[stage],
    ...milestones.map(each => reached[each]?.toISOString()),
    end?.at.toISOString(),
    end && stages[end.from],
    end?.reason,
    won?.amount,
    won?.currency,
  ]);
}
