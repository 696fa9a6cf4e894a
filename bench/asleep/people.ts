import type { Product } from '../product.ts';
import { timed } from '../statistics.ts';
import { every } from './every.ts';

/** A step of a person: when it was begun, epoch ms, and how many milliseconds he waited for its answer. */
export interface Step {
  at: number;
  took: number;
}

const everyMs = 500;

/** Somebody writes a note into another deal twice a second, whether or not the ones before are answered. */
export function keepWriting(product: Product, dealIds: string[]) {
  const steps: Step[] = [];
  const waiting: Promise<unknown>[] = [];

  async function write(number: number): Promise<void> {
    // Far apart, so that no deal is in a cache because its neighbour was.
    const dealId = dealIds[(number * 7919) % dealIds.length];
    const at = Date.now();
    const note = () => product.post(`/api/deals/${dealId}/add-note`, { text: 'They call back.' });
    steps.push({ at, took: await timed(note) });
  }

  // The next one does not wait for its answer.
  const stop = every(everyMs, number => void waiting.push(write(number)));
  return {
    /** Throws when one of them was not answered. */
    async end(): Promise<Step[]> {
      await stop();
      await Promise.all(waiting);
      return steps;
    },
  };
}
