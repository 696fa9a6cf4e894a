import { AsyncLocalStorage } from 'node:async_hooks';
import { type Logger, type LoggerOptions, pino } from 'pino';

/** What a line of the log is about, so that all lines of one deal, step or trace can be found. */
export interface About {
  dealId?: string;
  commandId?: string;
  traceId?: string;
  /** The activity of a deal that writes the line. */
  activity?: string;
}

const underWay = new AsyncLocalStorage<About>();

/** Runs `work`; what is logged meanwhile is about this. */
export const logAbout = <T>(about: About, work: () => T): T => underWay.run(about, work);

/** Adds to what the work under way is about, once it is known. */
export function noteInLog(more: About): void {
  Object.assign(underWay.getStore() ?? {}, more);
}

/** How api and worker log: JSON lines on standard output. */
export const logOptions = ({ level, name }: { level: string; name: string }) =>
  ({ level, name, mixin: () => ({ ...underWay.getStore() }) }) satisfies LoggerOptions;

export const createLog = (options: { level: string; name: string }): Logger => pino(logOptions(options));
