import type { Deal } from '../deal.ts';
import { after } from './deadline.ts';

/**
 * The next of a notice that comes again and again, numbered by the periods since it began. One at a time: after a time
 * in which nothing ran, the periods that went by are not made up for.
 */
export function recurring(
  deal: Pick<Deal, 'passed' | 'updatedAt'>,
  { name, since, every }: { name: string; since: string; every: number },
): { key: string; at: string } {
  const prefix = `${name}:${since}:`;
  const told = deal.passed.filter(key => key.startsWith(prefix)).map(key => Number(key.slice(prefix.length)));
  const gone = Math.floor((Date.parse(deal.updatedAt) - Date.parse(since)) / every);
  const number = Math.max(gone, ...told) + 1;
  return { key: `${prefix}${number}`, at: after(since, number * every) };
}
