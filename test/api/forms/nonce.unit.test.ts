import { expect, it } from '@jest/globals';
import { commandIdOf, nonceIn } from '../../../api/forms/nonce.ts';

it('is the same command when pressed twice, another one with other words or from another page', () => {
  const pressed = (change = {}) => ({ _csrf: 'one', nonce: 'n', text: 'a', ...change });
  const first = commandIdOf(pressed(), 'n');
  expect(commandIdOf(pressed({ _csrf: 'two' }), 'n')).toBe(first);
  expect(commandIdOf(pressed({ text: 'b' }), 'n')).not.toBe(first);
  expect(commandIdOf(pressed(), 'm')).not.toBe(first);
});

it.each([undefined, {}, { nonce: ['a', 'b'] }, { nonce: 'x'.repeat(101) }])(
  'gives a form that lost its nonce one of its own: %j',
  body => {
    expect(nonceIn(body)).toMatch(/^[0-9a-f-]{36}$/);
    expect(nonceIn(body)).not.toBe(nonceIn(body));
  },
);
