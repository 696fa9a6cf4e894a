import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptClock, keptSecrets } from '../../local/data-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('makes the secrets once, for the eyes of their owner alone', async () => {
  const secrets = keptSecrets(folder);
  expect(secrets.SESSION_SECRET).toMatch(/^[\w-]{43}$/);
  expect(secrets.SESSION_SECRET).not.toBe(secrets.MARKETPLACE_EVENT_SECRET);
  expect(keptSecrets(folder)).toEqual(secrets);
  expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

test('keeps the clock of the first start', () => {
  const clock = keptClock(folder, '60');
  expect(clock.OFFERDESK_TIME_SCALE).toBe(60);
  expect(keptClock(folder)).toEqual(clock);
  expect(keptClock(folder, '60')).toEqual(clock);
});

test('refuses a clock that would turn the time of existing deals back', () => {
  keptClock(folder, '60');
  expect(() => keptClock(folder, '1')).toThrow('live at OFFERDESK_TIME_SCALE=60, not 1.');
});

test.each(['0', '-1', 'fast', 'Infinity'])('refuses the time scale %s', scale => {
  expect(() => keptClock(folder, scale)).toThrow(`OFFERDESK_TIME_SCALE=${scale} is not a number above 0.`);
});

test('says which file is damaged', async () => {
  await writeFile(join(folder, 'secrets.json'), '{"half');
  expect(() => keptSecrets(folder)).toThrow('secrets.json is damaged.');
});
