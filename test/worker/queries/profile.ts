import type { Database } from '../../../shared/models/database.ts';

/** One command as MongoDB has done it. */
interface Profiled {
  op: string;
  ns: string;
  command: Record<string, unknown>;
  planSummary?: string;
  docsExamined?: number;
  nreturned?: number;
  nMatched?: number;
  ndeleted?: number;
}

/** A command that looked at much more than it gave or changed, in words for whoever has to cure it. */
function tooMany(profile: Profiled): boolean {
  const { docsExamined = 0, nreturned = 0, nMatched = 0, ndeleted = 0 } = profile;
  return docsExamined > 2 * Math.max(nreturned, nMatched, ndeleted, limitOf(profile)) + 10;
}

/** A count gives one number for all that it has counted, up to its limit. */
const limitOf = ({ command }: Profiled) => Number(/"\$limit":(\d+)/.exec(JSON.stringify(command))?.[1] ?? 0);

const size = 256 * 1024 * 1024;

/** Has MongoDB note every command to this database. Gives what it has noted, without what the test itself asks. */
export async function profiled({ connection }: Database) {
  const db = connection.db;
  if (!db) throw new Error('not connected');
  await db.createCollection('system.profile', { capped: true, size });
  await db.command({ profile: 2 });
  return async (): Promise<{ shapes: string[]; wasteful: string[] }> => {
    await db.command({ profile: 0 });
    const all = await db
      .collection<Profiled>('system.profile')
      .find({ ns: { $not: /system\./ } })
      .toArray();
    const asked = all.filter(({ op, command }) => op !== 'getmore' && !isChangeStream(command));
    const wasteful = asked.filter(each => isWholeScan(each) || tooMany(each));
    return { shapes: distinct(asked.map(shapeOf)), wasteful: distinct(wasteful.map(described)) };
  };
}

/** There are as many as people work for the vendor. */
const isWholeScan = ({ ns, planSummary }: Profiled) =>
  planSummary?.includes('COLLSCAN') && !ns.endsWith('.staff');

const distinct = (words: string[]) => [...new Set(words)].toSorted();

const isChangeStream = (command: object) => JSON.stringify(command).includes('$changeStream');

/** A command without its values. */
function shapeOf({ ns, op, command }: Profiled): string {
  const { filter, q, query, pipeline, sort, u, update } = command;
  const asked = Object.entries({ filter, q, query, pipeline, sort, u, update }).filter(([, value]) => value);
  return `${ns.split('.')[1]} ${op} ${JSON.stringify(Object.fromEntries(asked), withoutValues)}`.slice(
    0,
    600,
  );
}

function withoutValues(_key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1);
  return value === null || typeof value !== 'object' ? typeof value : value;
}

function described(profile: Profiled): string {
  const { planSummary, docsExamined, nreturned, nMatched } = profile;
  return `${shapeOf(profile)}\n  ${planSummary}: looked at ${docsExamined}, gave ${nreturned ?? nMatched}`;
}
