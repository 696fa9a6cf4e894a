import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dayAfter } from '../../support/samples.ts';
import { changeSetDone, given, offered, start } from '../../support/story.ts';

const write = { type: 'writeToStaff', text: 'Do you support SAML?' } as const;
const ask = { type: 'askForMoreTime', message: 'Until March, please.' } as const;
const extended = (deal: Deal) =>
  changeSetDone(given(deal, ['sales', { type: 'extendOffer', expiresOn: dayAfter(start, 60) }]));

describe('a question of the buyer', () => {
  it.each<[string, [CommandBody, CommandBody]]>([
    ['before', [write, ask]],
    ['after', [ask, write]],
  ])('%s he asks for more time waits until somebody writes back', (_when, [first, second]) => {
    const both = given(offered(), ['buyer', first], ['buyer', second]);
    expect(both.request).toMatchObject({ kind: 'moreTime', written: { message: write.text } });
    const given60 = extended(both);
    expect(given60.request).toMatchObject({ kind: 'message', message: write.text });
    expect(given(given60, ['sales', { type: 'writeToBuyer', text: 'Yes.' }]).request).toBeUndefined();
  });

  it('is answered with all that he asked for when somebody writes', () => {
    const both = given(offered(), ['buyer', write], ['buyer', ask]);
    expect(given(both, ['sales', { type: 'writeToBuyer', text: 'Yes, both.' }]).request).toBeUndefined();
  });

  it('stays the first of several, whatever he asks for beside', () => {
    const all = given(
      offered(),
      ['buyer', write],
      ['buyer', ask],
      ['buyer', { ...write, text: 'Hello?' }],
      ['buyer', { type: 'askForChange', message: 'In two parts?' }],
    );
    expect(all.request).toMatchObject({ kind: 'change', written: { message: write.text } });
  });

  it('is nothing that an answer to a request alone leaves behind', () => {
    expect(extended(given(offered(), ['buyer', ask])).request).toBeUndefined();
  });
});
