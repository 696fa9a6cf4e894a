import { setTimeout as pause } from 'node:timers/promises';
import type { SlotPermit, SlotReserveContext, WorkerOptions } from '@temporalio/worker';

type Tuner = Extract<WorkerOptions['tuner'], { workflowTaskSlotSupplier: unknown }>;
type Queue = Pick<SlotReserveContext, 'isSticky'>;

/** When so long nobody has brought a turn, hardly one comes within the moment of the stop. */
const quietMs = 500;
/** With the ten seconds of activities under way it stays within what a process has for its end. */
const longestMs = 3000;

/**
 * The places of a worker for turns of deals, as many as it has polls and turns at a time; `takeNoMore` before the worker is
 * stopped. The SDK's own places cannot be closed, and a turn that comes just as a worker stops is dropped by it and lies for
 * ten seconds (docs/decisions/0049-turns-that-nobody-answered.md).
 */
export function createTurnSlots(count: number) {
  const places = createPlaces(count);
  const waiting = new Set<{ queue: Queue; grant: (permit: SlotPermit) => void }>();
  let isOpen = true;
  let cameAt = 0;

  const mayAsk = (queue: Queue) => isOpen && places.mayAsk(queue);
  function grantWhatIsFree(): void {
    for (const each of waiting) {
      if (!mayAsk(each.queue)) continue;
      waiting.delete(each);
      each.grant(places.take(each.queue));
    }
  }

  const supplier: Tuner['workflowTaskSlotSupplier'] = {
    type: 'custom',
    reserveSlot: (queue, signal) =>
      new Promise((grant, reject) => {
        const asked = { queue, grant };
        waiting.add(asked);
        signal.onabort = () => waiting.delete(asked) && reject(signal.reason);
        grantWhatIsFree();
      }),
    tryReserveSlot: queue => (mayAsk(queue) ? places.take(queue) : null),
    markSlotUsed({ permit }) {
      cameAt = performance.now();
      places.use(permit);
      grantWhatIsFree();
    },
    releaseSlot({ permit }) {
      places.release(permit);
      grantWhatIsFree();
    },
  };
  return {
    supplier,
    /** Resolves when every poll has brought its turn, or none has come for a while; no further ones begin. */
    async takeNoMore(): Promise<void> {
      isOpen = false;
      const end = performance.now() + longestMs;
      while (places.areAsked() && performance.now() < Math.min(end, cameAt + quietMs)) await pause(20);
    },
  };
}

/** Who holds a place: a poll of a queue, and after it the turn that it has brought. */
function createPlaces(count: number) {
  const taken = new Map<SlotPermit, Queue & { isUsed: boolean }>();
  const asks = (isSticky: boolean) =>
    [...taken.values()].some(each => !each.isUsed && each.isSticky === isSticky);
  return {
    areAsked: () => asks(true) || asks(false),
    /** The last one is for the queue that nobody asks: the worker's own one, of deals that it knows, or that of all. */
    mayAsk({ isSticky }: Queue): boolean {
      const free = count - taken.size;
      return free > 1 || (free === 1 && (asks(!isSticky) || !asks(isSticky)));
    },
    take({ isSticky }: Queue): SlotPermit {
      const permit = {};
      taken.set(permit, { isSticky, isUsed: false });
      return permit;
    },
    use(permit: SlotPermit): void {
      const place = taken.get(permit);
      if (place) place.isUsed = true;
    },
    release: (permit: SlotPermit) => taken.delete(permit),
  };
}
