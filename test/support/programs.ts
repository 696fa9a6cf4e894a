import { join } from 'node:path';
import { compiledProduct } from '../../local/parts/compiled.ts';

/** What Node is told to run a program of the product in a process of its own, such as `api/server`: as `npm start` does. */
export async function program(entry: string): Promise<string[]> {
  return ['--enable-source-maps', join(await compiledProduct(), `${entry}.js`)];
}
