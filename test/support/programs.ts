import { join } from 'node:path';
import { compiledProduct } from '../../local/parts/compiled.ts';

/** What Node is told to run a program of the product in a process of its own, such as `api/server`: as `npm start` does. */
export async function program(entry: string): Promise<string[]> {
  return ['--enable-source-maps', join(await compiledProduct(), `${entry}.js`)];
}

/** The settings as the environment of such a program; what was made of a setting, such as a list, is left to its default. */
export function environmentOf(config: object): Record<string, string> {
  const plain = Object.entries(config).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(plain.map(([name, value]) => [name, String(value)]));
}
