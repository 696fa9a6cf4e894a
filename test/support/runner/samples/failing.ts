import { beforeAll, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(500);

it('fails with a wrong value', () => {
  expect({ at: 'once' }).toEqual({ at: expect.any(Date) });
});

it('fails when it never ends', () => new Promise(() => {}));

it('fails with a rejection that nobody handles', async () => {
  const lost = Promise.reject(new Error('lost'));
  await new Promise(setImmediate);
  expect(lost).toBeInstanceOf(Promise);
});

it('fails with an exception that nobody catches', async () => {
  setImmediate(() => {
    throw new Error('lost');
  });
  await new Promise(resolve => setTimeout(resolve, 20));
});

describe('after a set-up that throws', () => {
  beforeAll(() => {
    throw new Error('no server');
  });

  it('fails without being run', () => {});
});
