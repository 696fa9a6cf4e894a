import { setTimeout as pause } from 'node:timers/promises';

/** The driver's and mongoose's own errors while no server can be reached. */
const names =
  /^(Mongo(Network|ServerSelection|NotConnected|Topology|WaitQueue|PoolClear)|MongooseServerSelection)/;
/** What Node says of a connection that broke, which the driver passes on as it is, or as the cause of its own error. */
const broken = /^(EPIPE|ECONN\w+|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** MongoDB's codes while a primary is elected, or a server goes down, and for what has taken too long. */
const passing = [6, 7, 50, 89, 91, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436];

/** True when an error, or what caused it, says that MongoDB is away for now: the same will work later. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, cause } = error as Error & { code?: unknown };
  if (names.test(name) || (typeof code === 'string' && broken.test(code))) return true;
  if (name.startsWith('Mongo') && passing.includes(Number(code))) return true;
  return cause !== error && isDatabaseOutage(cause);
}

/** An election takes about 12 s. */
const patienceMs = 45_000;

/** Does one write again until MongoDB is back, for as long as an election may take and longer. */
export async function throughOutage<T>(write: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + patienceMs; ; ) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseOutage(error) || performance.now() > until) throw error;
      await pause(500);
    }
  }
}
