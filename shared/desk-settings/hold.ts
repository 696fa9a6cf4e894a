import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Database } from '../models/database.ts';
import { readDeskValues } from './read.ts';
import { deskValuesIn } from './values.ts';

const everyMs = 2000;

/** What a process knows of the settings of the desk. */
export interface HeldSettings {
  /** Reads them now, for whoever has just changed one. */
  refresh(): Promise<void>;
  close(): void;
}

/**
 * Keeps the fields of the configuration that admins decide about as they are at the desk, in this process: one small read
 * every two seconds, which costs less than a change stream and misses nothing. While MongoDB is away, or when a value is
 * not understood, the last ones hold. Throws at the beginning, when there are no last ones: the environment's may be old.
 */
export async function holdDeskSettings({
  config,
  db,
  log,
}: {
  config: Config;
  db: Pick<Database, 'deskSettings'>;
  log: Pick<Logger, 'warn'>;
}): Promise<HeldSettings> {
  const ofEnvironment = deskValuesIn(config);
  let isKnown = true;
  let last = Promise.resolve();

  async function read(): Promise<void> {
    Object.assign(config, ofEnvironment, await readDeskValues(db));
  }

  async function readAgain(): Promise<void> {
    try {
      await read();
      isKnown = true;
    } catch (err) {
      if (isKnown) log.warn({ err }, 'the settings of the desk cannot be read: the last ones hold');
      isKnown = false;
    }
  }

  // One after the other, so that no older answer comes after a newer one.
  const refresh = () => {
    last = last.then(readAgain);
    return last;
  };
  await read();
  const timer = setInterval(refresh, everyMs).unref();
  return { refresh, close: () => clearInterval(timer) };
}
