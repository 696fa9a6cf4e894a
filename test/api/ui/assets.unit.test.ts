import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { assets, assetUrl } from '../../../api/ui/pages/assets.ts';

const folder = join(import.meta.dirname, '../../../api/ui/public/css');

test('the style sheet has every part that is written', async () => {
  const app = Fastify();
  await assets(app);
  const { body } = await app.inject(assetUrl('site.css'));
  const missing = readdirSync(folder).filter(
    part => !body.includes(readFileSync(join(folder, part), 'utf8')),
  );
  expect(missing).toEqual([]);
});
