import { describe, expect, it } from '@jest/globals';
import { followsPresent } from '../../../../api/desk/events/assign.ts';
import { agreement, given, offered } from '../../../support/story.ts';

describe('an agreement that a person assigns', () => {
  const deal = given(offered(), ['aws', agreement]);
  const next = { agreementId: 'agmt-2', status: 'ACTIVE', awsAccountId: agreement.awsAccountId };

  it('follows the one that the deal has, when it runs and is of the same account or of none that AWS named', () => {
    expect(followsPresent(next, deal)).toBe(true);
    expect(followsPresent({ ...next, awsAccountId: '' }, deal)).toBe(true);
  });

  it.each([
    ['of another account', { awsAccountId: '999900001111' }],
    ['over', { status: 'CANCELLED' }],
    ['the same', { agreementId: 'agmt-1' }],
  ])('takes the place of none when it is %s', (_how, change) => {
    expect(followsPresent({ ...next, ...change }, deal)).toBe(false);
  });
});
