import type { QueryFilter } from 'mongoose';
import type { Database } from '../../../shared/models/database.ts';
import type { WebhookDelivery } from '../../../shared/models/webhook-delivery.ts';
import { readEndpoint } from '../../../shared/webhooks/endpoint.ts';
import { cursorOf, placeOf } from '../../cursor.ts';
import type { Deps } from '../../deps.ts';
import { type LogFilter, mostCounted, type WebhooksView } from './view.ts';

const pageSize = 25;

/** The receiver as it does now, and a page of the log, newest first. */
export async function readWebhooks(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  filter: LogFilter,
): Promise<Omit<WebhooksView, 'context'>> {
  const { TIMELINE_WEBHOOK_URL: url } = config;
  const [endpoint, held, page] = await Promise.all([
    readEndpoint(db),
    db.webhookDeliveries.countDocuments({ state: 'held' }, { limit: mostCounted }),
    readLog(db, filter),
  ]);
  const companies = await companiesOf(db, page.deliveries);
  return { filter, endpoint, held, companies, ...page, ...(url && { host: new URL(url).host }) };
}

async function readLog({ webhookDeliveries }: Database, { state, cursor }: LogFilter) {
  const filter: QueryFilter<WebhookDelivery> = { ...(state && { state }), ...(cursor && after(cursor)) };
  const found = await webhookDeliveries
    .find(filter)
    .sort({ at: -1, _id: -1 })
    .limit(pageSize + 1)
    .lean();
  const deliveries = found.slice(0, pageSize);
  const last = found.length > pageSize ? deliveries.at(-1) : undefined;
  return { deliveries, ...(last && { nextCursor: cursorOf({ at: last.at, id: last._id }) }) };
}

function after(cursor: string): QueryFilter<WebhookDelivery> {
  const { at, id } = placeOf(cursor);
  return { $or: [{ at: { $lt: at } }, { at, _id: { $lt: id } }] };
}

async function companiesOf({ deals }: Database, rows: WebhookDelivery[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(row => row.dealId))];
  const found = await deals.find({ _id: { $in: ids } }, { company: 1 }).lean();
  return new Map(found.map(({ _id, company }) => [_id, company]));
}
