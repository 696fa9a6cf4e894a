import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SlotPermit, SlotReserveContext } from '@temporalio/worker';
import { createTurnSlots } from '../../worker/turn-slots.ts';

const about = { slotType: 'workflow', taskQueue: 'deals', workerIdentity: 'w', workerBuildId: 'b' } as const;
const own: SlotReserveContext = { ...about, isSticky: true };
const common: SlotReserveContext = { ...about, isSticky: false };
const slotInfo = { type: 'workflow', workflowType: 'deal', isSticky: true } as const;

function slotsOf(count: number) {
  const { supplier, takeNoMore } = createTurnSlots(count);
  if (supplier.type !== 'custom') throw new Error('They are given by a function.');
  return { ...supplier, takeNoMore };
}

type Slots = ReturnType<typeof slotsOf>;

/** Asks for a place; `permit` is there once it was given. */
function ask(slots: Slots, queue: SlotReserveContext) {
  const given: { permit?: SlotPermit } = {};
  const over = new AbortController();
  const reserved = slots.reserveSlot(queue, over.signal).then(permit => Object.assign(given, { permit }));
  return { given, reserved, over };
}

describe('the places of a worker for turns', () => {
  const { now } = performance;
  afterEach(() => {
    performance.now = now;
  });

  it.each([1, 2, 3, 8])('are as many as it was given, %i, and free again once released', async count => {
    const slots = slotsOf(count);
    const asked = Array.from({ length: 3 * count }, (_, index) => ask(slots, index % 2 ? own : common));
    await pause(0);
    const got = () => asked.flatMap(({ given }) => given.permit ?? []);
    expect(got()).toHaveLength(count);
    expect(slots.tryReserveSlot(own)).toBeNull();
    for (const permit of got()) slots.releaseSlot({ permit });
    await pause(0);
    expect(got()).toHaveLength(2 * count);
  });

  it.each([
    [own, common],
    [common, own],
  ])('leave the last one to the queue that nobody asks', async (first, other) => {
    const slots = slotsOf(3);
    const [one, two, three] = [ask(slots, first), ask(slots, first), ask(slots, first)];
    const last = ask(slots, other);
    await pause(0);
    expect([one, two, three, last].map(({ given }) => given.permit !== undefined)).toEqual([
      true,
      true,
      false,
      true,
    ]);
    // A turn came from there: its place is held, and nobody asks that queue again before one is free.
    slots.markSlotUsed({ permit: last.given.permit ?? {}, slotInfo });
    slots.releaseSlot({ permit: one.given.permit ?? {} });
    const again = ask(slots, other);
    await pause(0);
    expect([three, again].map(({ given }) => given.permit !== undefined)).toEqual([false, true]);
  });

  it('are waited for no longer once nobody needs them', async () => {
    const slots = slotsOf(1);
    await ask(slots, own).reserved;
    const { reserved, over } = ask(slots, common);
    over.abort();
    await expect(reserved).rejects.toThrow('aborted');
  });

  it('are given to nobody before a stop, which waits for the polls that may bring a turn', async () => {
    const slots = slotsOf(2);
    const [first, second] = [ask(slots, own), ask(slots, common)];
    await Promise.all([first.reserved, second.reserved]);
    // Time stands still: however busy the machine is, it has not been quiet for long.
    const moment = performance.now();
    performance.now = () => moment;
    slots.markSlotUsed({ permit: first.given.permit ?? {}, slotInfo });
    let isQuiet = false;
    const quiet = slots.takeNoMore().then(() => {
      isQuiet = true;
    });
    const late = ask(slots, own);
    slots.releaseSlot({ permit: first.given.permit ?? {} });
    await pause(100);
    expect([isQuiet, late.given.permit, slots.tryReserveSlot(own)]).toEqual([false, undefined, null]);
    slots.markSlotUsed({ permit: second.given.permit ?? {}, slotInfo });
    await quiet;
    expect(late.given.permit).toBeUndefined();
  });

  it('hold up no stop when no turn has come of late', async () => {
    const slots = slotsOf(2);
    await ask(slots, own).reserved;
    const stopped = slots.takeNoMore().then(() => 'at once');
    expect(await Promise.race([stopped, pause(0, 'later')])).toBe('at once');
  });
});
