/**
 * The same function, which makes each of its answers once and keeps it for good: for what takes long to make, such as a
 * formatter of `Intl`, and of which there are few.
 */
export function memoize<K extends string[], T>(make: (...key: K) => T): (...key: K) => T {
  const made = new Map<string, T>();
  return (...key) => {
    const name = key.join('\n');
    const known = made.get(name);
    if (known !== undefined) return known;
    const fresh = make(...key);
    made.set(name, fresh);
    return fresh;
  };
}
