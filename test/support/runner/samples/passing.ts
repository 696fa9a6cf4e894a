import { expect, it } from '@jest/globals';

it('passes with values of its own realm', () => {
  expect({ at: new Date(), name: 'a' }).toEqual({ at: expect.any(Date), name: expect.any(String) });
});

it('passes within the bound of the configuration', () => new Promise(resolve => setTimeout(resolve, 600)));
