import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portsFrom } from '../../local/addresses.ts';
import { urlsOf } from '../../local/stack.ts';
import { welcome } from '../../local/terminal/panel.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

test('the panel names every address that the README promises', () => {
  const promised = readme.match(/(?<=^\|.*<)http:\/\/localhost:\d+[^>]*(?=>)/gm) ?? [];
  expect(promised.length).toBeGreaterThan(5);
  const panel = welcome({ urls: urlsOf(portsFrom({}), {}) }, { dataDir: '/data', seconds: 6 });
  expect(promised.filter(address => !new RegExp(`${address}( |$)`, 'm').test(panel))).toEqual([]);
});
