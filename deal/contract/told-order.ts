import type { Entry } from '../events.ts';

// A turn of a deal that comes to nothing, because its worker dies before Temporal knows of it, may have been told already:
// its lines are in the timeline, and people have acted on them. The turn is decided anew with what has come meanwhile,
// which Temporal hands over first. What was told goes first all the same.

/** Whether two entries are about the same: one command, or one thing that the system has done. */
export const isSameLine = (one: Entry, other: Entry): boolean =>
  one.commandId !== undefined || other.commandId !== undefined
    ? one.commandId === other.commandId
    : JSON.stringify(one.event) === JSON.stringify(other.event);

/** Whether these entries go on as was told, as far as that goes. */
export const isAsTold = (entries: Entry[], told: Entry[]): boolean =>
  told.every((line, index) => {
    const own = entries[index];
    return own === undefined || isSameLine(own, line);
  });

/** The entries in the order that was told, and after them what was not told yet. */
export function inToldOrder(entries: Entry[], told: Entry[]): Entry[] {
  const left = [...entries];
  const first = told.flatMap(line => {
    const index = left.findIndex(each => isSameLine(each, line));
    if (index >= 0) return left.splice(index, 1);
    return comesBesides(line) ? [line] : [];
  });
  return [...first, ...left];
}

/** What had waited in MongoDB, or time has brought: Temporal does not hand it over. Everything else is still to come. */
const comesBesides = ({ commandId, event }: Entry) =>
  commandId !== undefined || event.type === 'deadlinePassed';
