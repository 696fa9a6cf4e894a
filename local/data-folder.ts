import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.ts';

export type Secrets = { MARKETPLACE_EVENT_SECRET: string; SESSION_SECRET: string };
export type KeptClock = { OFFERDESK_TIME_SCALE: number; OFFERDESK_TIME_ANCHOR: number };

/** Where what a part prints is kept. */
export const logFileIn = (dataDir: string, name: string) =>
  join(dataDir, 'logs', `${name.replaceAll(' ', '-')}.log`);

/** The secrets of this data folder: made once, readable by its owner alone. */
export function keptSecrets(dataDir: string): Secrets {
  return keptIn(dataDir, 'secrets.json', () => ({
    MARKETPLACE_EVENT_SECRET: randomBytes(32).toString('base64url'),
    SESSION_SECRET: randomBytes(32).toString('base64url'),
  }));
}

/** The clock of this data folder. It is set once: another scale would turn the business time of its deals back. */
export function keptClock(dataDir: string, scale?: string): KeptClock {
  const clock = keptIn(dataDir, 'clock.json', () => ({
    OFFERDESK_TIME_SCALE: parseScale(scale ?? '1'),
    OFFERDESK_TIME_ANCHOR: Date.now(),
  }));
  if (scale === undefined || parseScale(scale) === clock.OFFERDESK_TIME_SCALE) return clock;
  throw new StartError(
    `The deals in ${dataDir} live at OFFERDESK_TIME_SCALE=${clock.OFFERDESK_TIME_SCALE}, not ${scale}. ` +
      'Start without the variable, or move the folder away to begin anew.',
  );
}

function parseScale(text: string): number {
  const scale = Number(text);
  if (Number.isFinite(scale) && scale > 0) return scale;
  throw new StartError(`OFFERDESK_TIME_SCALE=${text} is not a number above 0.`);
}

function keptIn<T>(dataDir: string, name: string, make: () => T): T {
  const file = join(dataDir, name);
  if (existsSync(file)) return parse(file);
  const value = make();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  return value;
}

function parse<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new StartError(
      `${file} is damaged. Put it back from a copy, or delete it: a new one is made at the next start.`,
    );
  }
}
