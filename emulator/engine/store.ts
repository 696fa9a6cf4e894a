import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { State } from './state.ts';

/** Ids come from callers: `__proto__` and the like must find nothing. */
export function withoutPrototypes(state: State): State {
  const bare = (value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.assign(Object.create(null), value)
      : value;
  const entries = Object.entries(state).map(([key, value]) => [key, bare(value)]);
  return Object.fromEntries(entries) as State;
}

/** The state of an earlier run; undefined when there is none. @throws when the file cannot be understood */
export function loadState(file: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const state = JSON.parse(text) as State;
    if (state.version === 1) return withoutPrototypes(state);
  } catch {
    // Falls through to the one message that says what to do.
  }
  throw new Error(`${file} is not a state of this emulator. Move it away to start afresh.`);
}

export type Store = {
  /** Asks for a write soon; many calls make one write. */
  save(): void;
  /** Writes now if anything is unwritten. */
  flush(): void;
};

const WRITE_AFTER = 100;
const TRY_AGAIN_AFTER = 1000;

export interface StoreOptions {
  /** None: the state lives in memory alone. */
  file: string | undefined;
  state: () => State;
  /** Told when the state could not be written; it is tried again. */
  onError: (error: unknown) => void;
}

/** Keeps the state in a file. A disk that is full may have room again: until then the state is in memory. */
export function createStore({ file, state, onError }: StoreOptions): Store {
  let timer: NodeJS.Timeout | undefined;
  const later = (after: number) => {
    timer ??= setTimeout(flushOrLater, after).unref();
  };
  const flush = () => {
    if (!timer || !file) return;
    clearTimeout(timer);
    timer = undefined;
    // The rename makes the new state appear whole or not at all.
    writeFileSync(`${file}.new`, JSON.stringify(state()), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  function flushOrLater(): void {
    try {
      flush();
    } catch (error) {
      later(TRY_AGAIN_AFTER);
      onError(error);
    }
  }
  return {
    flush,
    save() {
      if (file) later(WRITE_AFTER);
    },
  };
}
