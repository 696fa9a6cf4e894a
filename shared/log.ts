import { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, destination, type Logger, type LoggerOptions, pino } from 'pino';

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

/** Lines that wait for room on a disk, in bytes; what is more is lost. */
const longestWaiting = 1 << 20;

/** Standard output. A log that cannot be written, as on a disk that is full, does not end the process that it tells of. */
export function logStream(): DestinationStream {
  // Asynchronous writing would try for ever at the end of the process.
  const stream = destination({ fd: 1, sync: true, maxLength: longestWaiting });
  // What waits is tried again with the next line.
  stream.on('error', () => {});
  return stream;
}

export const createLog = (options: { level: string; name: string }): Logger =>
  pino(logOptions(options), logStream());
