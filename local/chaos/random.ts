/** Numbers that a seed brings back in the same order (mulberry32), so that a run that found something can be run again. */
export type Random = ReturnType<typeof randomFrom>;

export function randomFrom(seed: number) {
  let state = seed >>> 0;
  /** From 0 up to 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (from: number, to: number) => from + next() * (to - from);
  return {
    between,
    whole: (from: number, to: number) => Math.floor(between(from, to + 1)),
    chance: (probability: number) => next() < probability,
    digits: (count: number) => Array.from({ length: count }, () => Math.floor(between(1, 10))).join(''),
    oneOf<T>(first: T, ...others: T[]): T {
      return [first, ...others][Math.floor(between(0, others.length + 1))] ?? first;
    },
  };
}
