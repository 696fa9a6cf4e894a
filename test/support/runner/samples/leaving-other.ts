import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { expect, it } from '@jest/globals';

it('passes with what the one file left put back', () => {
  expect(process.env.LEFT_BEHIND).toBeUndefined();
  process.env.LEFT_BEHIND = 'by a test file';
});

it('passes with storages of its own and of jest alone', () => {
  new AsyncLocalStorage().enterWith('left behind');
  const carried = Object.getOwnPropertySymbols(new AsyncResource('any'));
  expect(carried.filter(each => each.description === 'kResourceStore').length).toBeLessThanOrEqual(2);
});
