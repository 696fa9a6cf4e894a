import { randomUUID } from 'node:crypto';
import { type Database, openDatabase } from '../../../shared/models/database.ts';

/** Addresses of databases that tests of this process have used and that are empty again. */
const emptied: string[] = [];

/** The address of a database that is empty and that no other test uses, on the server that MONGODB_URI names. */
export function emptyDatabase(): string {
  const { host } = new URL(databaseNamed(''));
  const index = emptied.findIndex(uri => new URL(uri).host === host);
  const [again] = index < 0 ? [] : emptied.splice(index, 1);
  return again ?? databaseNamed(`t${randomUUID().replaceAll('-', '').slice(0, 16)}`);
}

export const openEmptyDatabase = () => openDatabase(emptyDatabase());

/** With more documents than this it is sooner made anew. */
const mostToEmpty = 5000;

/**
 * Ends the use of a database, where it was opened. The next test that asks for one gets it, empty, but with its indexes: to
 * make and drop a hundred of them costs more than all that most tests do with them.
 */
export async function giveBack(db?: Database): Promise<void> {
  if (!db) return;
  const { connection } = db;
  const names = (await connection.listCollections()).map(({ name }) => name);
  if (await isLikeNew(connection, names)) {
    await Promise.all(names.map(name => connection.collection(name).deleteMany({})));
    emptied.push(databaseNamed(connection.name));
  } else await connection.dropDatabase();
  await db.close();
}

/** On the server of all tests, with little in it, and none of its settings changed. */
async function isLikeNew(connection: Database['connection'], collections: string[]): Promise<boolean> {
  const isShared = new URL(databaseNamed('')).host === `${connection.host}:${connection.port}`;
  const stats = await connection.db?.stats();
  return isShared && stats?.objects < mostToEmpty && !collections.some(name => name.startsWith('system.'));
}

function databaseNamed(name: string): string {
  const uri = new URL(process.env.MONGODB_URI ?? '');
  uri.pathname = `/${name}`;
  return uri.href;
}
