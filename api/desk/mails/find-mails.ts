import { isValidObjectId, type QueryFilter } from 'mongoose';
import type { Database } from '../../../shared/models/database.ts';
import { caseless, type OutboxMail } from '../../../shared/models/outbox.ts';
import { Problem } from '../../../shared/problems.ts';
import { cursorOf, placeOf } from '../../cursor.ts';
import { groups, type MailFilter } from './filter.ts';
import type { LoggedMail } from './view.ts';

type Stored = Pick<Database, 'outbox'>;

const pageSize = 25;
const withoutContent = { html: 0, text: 0, props: 0, 'sample.html': 0, 'sample.text': 0 } as const;
const newestFirst = { createdAt: -1, _id: -1 } as const;

/** A page of the log, newest first. `nextCursor` is absent on the last page. */
export async function readMails(
  { outbox }: Stored,
  { group, q, cursor }: MailFilter,
): Promise<{ mails: LoggedMail[]; nextCursor?: string }> {
  const isAddress = q?.includes('@');
  const filter: QueryFilter<OutboxMail> = {
    ...(group && { state: { $in: [...groups[group]] } }),
    ...(q && (isAddress ? { 'to.email': q } : { dealId: q })),
    ...(cursor && after(cursor)),
  };
  const found = await outbox
    .find(filter, withoutContent)
    .collation(isAddress ? caseless : { locale: 'simple' })
    .sort(newestFirst)
    .limit(pageSize + 1)
    .lean();
  const page = found.slice(0, pageSize);
  const last = found.length > pageSize ? page.at(-1) : undefined;
  return {
    mails: page.map(logged),
    ...(last && { nextCursor: cursorOf({ at: last.createdAt, id: last._id }) }),
  };
}

const shownWithDeal = 10;

/** The newest mails of one deal, for its own page. */
export async function mailsOfDeal({ outbox }: Stored, dealId: string): Promise<LoggedMail[]> {
  const found = await outbox
    .find({ dealId }, withoutContent)
    .sort(newestFirst)
    .limit(shownWithDeal + 1)
    .lean();
  return found.map(logged);
}

/** One mail with what it said. Throws the Problem notFound. */
export async function readMail({ outbox }: Stored, id: string): Promise<LoggedMail> {
  const found = isValidObjectId(id) ? await outbox.findById(id, { props: 0 }).lean() : null;
  if (!found) throw new Problem('notFound');
  return logged(found);
}

/** The companies of the deals that mails are about, by the deal's id. */
export async function companiesOf(
  { deals }: Pick<Database, 'deals'>,
  mails: readonly Pick<OutboxMail, 'dealId'>[],
): Promise<Map<string, string>> {
  const ids = [...new Set(mails.flatMap(({ dealId }) => dealId ?? []))];
  const found = await deals.find({ _id: { $in: ids } }, { company: 1 }).lean();
  return new Map(found.map(({ _id, company }) => [_id, company]));
}

function after(cursor: string): QueryFilter<OutboxMail> {
  const { at, id } = placeOf(cursor);
  if (!isValidObjectId(id)) throw new Problem('badRequest');
  return { $or: [{ createdAt: { $lt: at } }, { createdAt: at, _id: { $lt: id } }] };
}

function logged({ _id, ...mail }: OutboxMail & { _id: unknown }): LoggedMail {
  return { ...mail, id: String(_id) };
}
