import type { Entry } from '../../deal/events.ts';
import type { Database } from '../../shared/models/database.ts';
import type { TimelineEntry } from '../../shared/models/timeline-entry.ts';
import { follow } from './follow.ts';

export interface TimelineWatch {
  /** The entry a command led to, as soon as it is written; nothing when it is not there after `patienceMs`. */
  entryOf(asked: { dealId: string; commandId: string; patienceMs: number }): Promise<Entry | undefined>;
  /**
   * Tells of every new entry from now on, and with nothing when some may have been missed. Answers with how to stop it.
   */
  listen(listener: Listener): () => void;
  close(): Promise<void>;
}

export type Listener = (written?: Pick<TimelineEntry, 'dealId' | 'seq'>) => void;

const keyOf = (dealId: string, commandId: string) => `${dealId} ${commandId}`;

/** Listens to the timeline with one change stream for the whole process. */
export function watchTimeline(db: Database, warn: (error: Error) => void = () => {}): TimelineWatch {
  const waiters: Waiters = new Map();
  const listeners = new Set<Listener>();
  const followed = follow<TimelineEntry>({
    open: () => db.timeline.watch<TimelineEntry>([{ $match: { operationType: 'insert' } }]),
    tell: change => change.operationType === 'insert' && tell(change.fullDocument),
    missed: () => {
      for (const listener of listeners) listener();
    },
    warn,
  });

  function tell(written: TimelineEntry): void {
    for (const listener of listeners) listener({ dealId: written.dealId, seq: written.seq });
    if (!written.commandId) return;
    for (const resolve of waiters.get(keyOf(written.dealId, written.commandId)) ?? []) resolve(written.entry);
  }

  return {
    entryOf: asked => waitFor({ db, waiters }, asked),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => followed.close(),
  };
}

type Waiters = Map<string, Set<(entry: Entry) => void>>;
type Asked = Parameters<TimelineWatch['entryOf']>[0];

async function waitFor(
  { db, waiters }: { db: Database; waiters: Waiters },
  { dealId, commandId, patienceMs }: Asked,
): Promise<Entry | undefined> {
  const key = keyOf(dealId, commandId);
  const { promise, resolve } = deferred<Entry | undefined>();
  const timer = setTimeout(() => resolve(undefined), patienceMs);
  waiters.set(key, (waiters.get(key) ?? new Set()).add(resolve));
  // The entry may have been written before anybody listened for it.
  const known = await findEntry(db, { dealId, commandId });
  const entry = known ?? (await promise) ?? (await findEntry(db, { dealId, commandId }));
  clearTimeout(timer);
  const others = waiters.get(key);
  others?.delete(resolve);
  if (others?.size === 0) waiters.delete(key);
  return entry;
}

/** The entry that a command has led to already. */
export async function findEntry(
  db: Database,
  asked: { dealId: string; commandId: string },
): Promise<Entry | undefined> {
  const written = await db.timeline.findOne({ dealId: asked.dealId, commandId: asked.commandId }).lean();
  return written?.entry;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>(done => {
    resolve = done;
  });
  return { promise, resolve };
}
