import { expect, it } from '@jest/globals';
import { decode, encode } from '@jridgewell/sourcemap-codec';
import { ownMap } from '../../build/own-maps.ts';

const mappings = encode([
  [
    [0, 0, 4, 2],
    [10, 1, 0, 0],
    [20, 1, 1, 0],
    [30, 2, 7, 1],
  ],
  [[0, 1, 2, 0]],
  [[5, 2, 8, 0]],
]);
const sources = ['../../api/server.ts', '../../node_modules/pino/pino.js', '../../shared/log.ts'];
const map = JSON.parse(
  ownMap(JSON.stringify({ sources, names: ['x'], mappings }), '/product/dist/api/server.js.map'),
);

it('keeps where our lines come from, and says of a package only where ours end', () => {
  expect(map.sources).toEqual(['../../api/server.ts', '../../shared/log.ts']);
  expect(decode(map.mappings)).toEqual([[[0, 0, 4, 2], [10], [30, 1, 7, 1]], [], [[5, 1, 8, 0]]]);
});
