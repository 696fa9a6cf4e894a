import { setTimeout as pause } from 'node:timers/promises';

/** Does `work` at once and then after each pause, numbered from 0, until the answer is called. That one waits for what is under way. */
export function every(ms: number, work: (number: number) => Promise<void> | void): () => Promise<void> {
  const over = new AbortController();
  async function goOn(): Promise<void> {
    for (let number = 0; !over.signal.aborted; number += 1) {
      await work(number);
      await pause(ms, undefined, { signal: over.signal }).catch(() => {});
    }
  }
  const going = goOn();
  return () => {
    over.abort();
    return going;
  };
}
