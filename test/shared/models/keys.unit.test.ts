import { expect, it } from '@jest/globals';
import { keysOf } from '../../../shared/models/deal-record.ts';
import { given, offered } from '../../support/story.ts';

it('a deal is found by every change set that it ever started', () => {
  const started = (name: string, changeSetId: string) =>
    ({ type: 'changeSetStarted', name, changeSetId }) as const;
  const deal = given(
    given(offered(), started('extension', 'cs-extension')),
    started('withdrawal', 'cs-withdrawal'),
  );
  expect(keysOf(deal)).toEqual(expect.arrayContaining(['cs-extension', 'cs-withdrawal']));
});
