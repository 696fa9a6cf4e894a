import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../deal/people.ts';
import type { Deps } from '../deps.ts';
import { sendCsv } from '../service/csv.ts';
import { noteSecurity } from '../service/security/note.ts';
import type { Visit } from '../visit.ts';
import { type AuditFormat, type AuditRow, chained } from './chain.ts';
import { type AuditAsked, auditRows } from './rows.ts';
import { signerFrom } from './signing.ts';

interface Wanted {
  by: Pick<Actor, 'id'>;
  format: AuditFormat;
  asked: AuditAsked;
}

/** Answers with a file whose lines are read while it is sent, however many they are. That it was taken is noted before. */
export async function sendAudit(
  deps: Deps,
  { request, reply }: Visit,
  { by, format, asked }: Wanted,
): Promise<FastifyReply> {
  const { parts, from, until } = asked;
  const details = { parts: parts.join(' '), from, until, format };
  await noteSecurity(deps, request, { what: 'auditExported', door: 'desk', who: by.id, details });
  const signer = signerFrom(deps.config.SESSION_SECRET);
  const rows = begun(deps, { by, asked });
  const lines = chained(rows, { format, signer, now: deps.now });
  const name = `audit-${from.slice(0, 10)}-${until.slice(0, 10)}`;
  if (format === 'csv') return sendCsv(reply, name, lines);
  return reply
    .type('application/jsonl; charset=utf-8')
    .headers({ 'content-disposition': `attachment; filename="${name}.jsonl"`, 'cache-control': 'no-store' })
    .send(Readable.from(lines));
}

async function* begun({ db, now }: Deps, { by, asked }: Omit<Wanted, 'format'>): AsyncGenerator<AuditRow> {
  const { parts, from, until } = asked;
  yield { at: now(), kind: 'export', who: by.id, what: 'export', details: { parts, from, until } };
  yield* auditRows(db, asked);
}
