import { randomUUID } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import type { StaffMember } from '../staff.ts';
import type { EventStream } from './event-stream.ts';
import { endPresence, notePresence, othersAt } from './presence.ts';
import { watchDrafts } from './watch-drafts.ts';

/** A window at the desk that is told what changes. */
interface Window {
  streamId: string;
  staff: StaffMember;
  /** The deal it shows; a list is told of all. */
  dealId?: string;
  stream: EventStream;
  changed: Set<string>;
  timer?: NodeJS.Timeout;
}

/** More windows than anybody looks at; a browser keeps a stream for those that are in sight. */
const mostWindows = 8;
/** What many deals do within this is told at once. */
const gatherMs = { deal: 100, list: 1000 };

export type LiveDesk = ReturnType<typeof liveDesk>;

/** The windows that this process tells of changes: one listener to the timeline for all of them, and one to the drafts. */
export function liveDesk(
  { db, timeline }: Pick<Deps, 'db' | 'timeline'>,
  warn: (error: Error) => void = () => {},
) {
  const windows = new Set<Window>();
  const stop = listenFor(windows, { db, timeline, warn });

  return {
    /** False when this person has as many windows as anybody may have. */
    hasRoomFor: ({ staffId }: StaffMember): boolean =>
      [...windows].filter(({ staff }) => staff.staffId === staffId).length < mostWindows,

    /** Tells a window of changes until it is closed; answers with how to keep it up, and how to close it. */
    open(opened: Pick<Window, 'staff' | 'dealId' | 'stream'>) {
      const window: Window = { ...opened, streamId: randomUUID(), changed: new Set() };
      windows.add(window);
      return {
        async keepUp(): Promise<void> {
          window.stream.beat();
          if (!windows.has(window) || !window.dealId) return;
          await notePresence(db, { streamId: window.streamId, dealId: window.dealId, staff: window.staff });
          await tellWhoIsHere({ db, windows }, window.dealId);
        },
        async close(): Promise<void> {
          windows.delete(window);
          clearTimeout(window.timer);
          window.stream.end();
          if (!window.dealId) return;
          await endPresence(db, window.streamId);
          await tellWhoIsHere({ db, windows }, window.dealId);
        },
      };
    },

    async stop(): Promise<void> {
      await stop();
      for (const { stream, timer } of windows) {
        clearTimeout(timer);
        stream.end();
      }
      windows.clear();
    },
  };
}

interface Sources extends Pick<Deps, 'db' | 'timeline'> {
  warn: (error: Error) => void;
}

/** Notes what is written on timelines, and what in drafts of terms, which no list shows. Answers with how to stop it. */
function listenFor(windows: Iterable<Window>, { db, timeline, warn }: Sources): () => Promise<void> {
  const stop = timeline.listen(written => {
    for (const window of windows) note(window, written?.dealId);
  });
  const drafts = watchDrafts(db, {
    tell: dealId => {
      for (const window of windows) if (window.dealId) note(window, dealId);
    },
    warn,
  });
  return async () => {
    stop();
    await drafts.close();
  };
}

/** Each window at the deal is told of everybody but its own reader. */
async function tellWhoIsHere(
  { db, windows }: Pick<Deps, 'db'> & { windows: Iterable<Window> },
  dealId: string,
): Promise<void> {
  for (const window of windows) {
    if (window.dealId !== dealId) continue;
    const names = await othersAt(db, { dealId, staffId: window.staff.staffId });
    window.stream.send('here', { names });
  }
}

/** Nothing is named when changes may have been missed: whatever a window shows may be old. */
function note(window: Window, dealId: string | undefined): void {
  if (dealId && window.dealId && window.dealId !== dealId) return;
  if (dealId) window.changed.add(dealId);
  window.timer ??= setTimeout(() => tell(window), window.dealId ? gatherMs.deal : gatherMs.list);
}

function tell(window: Window): void {
  window.stream.send('changed', { deals: [...window.changed] });
  window.changed.clear();
  window.timer = undefined;
}
