import { expect, test } from '@jest/globals';
import { chosenFrom, help } from '../../local/chaos/chosen.ts';
import { randomFrom } from '../../local/chaos/random.ts';
import { runChaos } from '../../local/chaos/run.ts';

test('deals that live while every process is killed, frozen and misled keep all that was acknowledged', async () => {
  const chosen = { seed: 20_270_104, minutes: 1, deals: 4, atOnce: 2, freezeSeconds: 8, cluster: false };
  const { faults, figures } = await runChaos(chosen, process.env);
  expect(faults).toEqual([]);
  expect(figures).toMatchObject({ deals: 4, 'histories run again': 4 });
}, 600_000);

test('a seed gives the same numbers again', () => {
  const numbers = (seed: number) => Array.from({ length: 5 }, () => randomFrom(seed).whole(1, 1e9));
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(8)).not.toEqual(numbers(7));
});

test('a word that a run does not know ends it with what there is', () => {
  expect(chosenFrom(['--seed', '3', '--freeze', '5'])).toMatchObject({
    seed: 3,
    freezeSeconds: 5,
    minutes: 10,
  });
  for (const words of [
    ['--sed', '3'],
    ['--seed', 'three'],
    ['--minutes', '0'],
  ])
    expect(() => chosenFrom(words)).toThrow(help);
});
