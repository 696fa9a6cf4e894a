import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { businessTime } from '../shared/clock.ts';
import { readConfig } from '../shared/config.ts';
import { type Database, openDatabase } from '../shared/models/database.ts';
import { staffCommand } from './desk/staff-command.ts';

/** The process of `npm run staff`. It ends with 1 when nothing was done. */
try {
  const said = await staffCommand(process.argv.slice(2), {
    askPassword,
    withDatabase,
    vendorTimeZone: () => readConfig().VENDOR_TIME_ZONE,
    now: () => businessTime(readConfig().clock, Date.now()),
  });
  process.stdout.write(`${said}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** Never an argument: those can be seen in the list of processes and stay in the shell's history. */
async function askPassword(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
  process.stderr.write(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const input = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  input.once('SIGINT', () => process.exit(130));
  const typed = await input.question('');
  input.close();
  process.stderr.write('\n');
  return typed;
}

async function withDatabase(work: (db: Database) => Promise<string>): Promise<string> {
  const db = await openDatabase(readConfig().MONGODB_URI).catch(cause => {
    // The address itself is not shown: it may hold a password.
    throw new Error(`The database of MONGODB_URI does not answer: ${cause.message}`, { cause });
  });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
