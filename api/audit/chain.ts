import { createHash } from 'node:crypto';
import { csvLine } from '../service/csv.ts';
import type { Signer } from './signing.ts';

/** One line of an export. */
export interface AuditRow {
  /** ISO. */
  at: string;
  /** `export` begins a file and says what it is of, `end` closes it. */
  kind: 'export' | 'timeline' | 'security' | 'settings' | 'end';
  deal?: string;
  /** An address, the name of a program, or a party. */
  who?: string;
  what: string;
  outcome?: string;
  /** The network address. */
  from?: string;
  details?: unknown;
}

export const auditFormats = ['jsonl', 'csv'] as const;
export type AuditFormat = (typeof auditFormats)[number];

type Numbered = AuditRow & { seq: number };
interface Written {
  head: string;
  /** What the hash is of; it has no line break. */
  body: (row: Numbered) => string;
  line: (body: string, hash: string) => string;
}

const columns = ['seq', 'at', 'kind', 'deal', 'who', 'what', 'outcome', 'from', 'details', 'hash'] as const;

const formats: Record<AuditFormat, Written> = {
  jsonl: {
    head: '',
    body: ({ seq, ...row }) => JSON.stringify({ seq, ...row }),
    line: (body, hash) => `${body.slice(0, -1)},"hash":"${hash}"}\n`,
  },
  csv: {
    head: csvLine(columns),
    body: row => csvLine(cellsOf(row)).trimEnd(),
    line: (body, hash) => `${body},${hash}\r\n`,
  },
};

const cellsOf = ({ seq, details, ...row }: Numbered) => [
  seq,
  ...[row.at, row.kind, row.deal, row.who, row.what, row.outcome, row.from].map(inOneLine),
  details === undefined ? '' : JSON.stringify(details),
];

const inOneLine = (text = '') => text.replaceAll(/\s+/g, ' ').trim();

/** Of the line before and of this one: no line can be changed, removed or put elsewhere without a trace. */
const hashOf = (before: string, body: string) =>
  createHash('sha256').update(`${before}\n${body}`).digest('hex');

/**
 * The lines of a file, each with its hash. The last one signs the hash before it, so that a file without its end, or
 * made anew by somebody else, is known. `docs/verify-audit.mjs` checks both.
 */
export async function* chained(
  rows: AsyncIterable<AuditRow>,
  { format, signer, now }: { format: AuditFormat; signer: Signer; now: () => string },
): AsyncGenerator<string> {
  const { head, body, line } = formats[format];
  let [seq, hash] = [0, ''];
  const next = (row: AuditRow) => {
    seq += 1;
    const text = body({ seq, ...row });
    hash = hashOf(hash, text);
    return line(text, hash);
  };
  if (head) yield head;
  for await (const row of rows) yield next(row);
  const details = { lines: seq, publicKey: signer.publicKey, signature: signer.sign(hash) };
  yield next({ at: now(), kind: 'end', what: 'end', details });
}
