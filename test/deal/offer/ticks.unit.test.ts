import { tickedIn } from '../../../deal/offer/ticks.ts';
import { changeSetDone, done, given, offered, opened, proposal, when } from '../../support/story.ts';

const tick = (
  check: 'account' | 'permissions',
  is = true,
): ['buyer', { type: 'tickCheck'; check: typeof check; done: boolean }] => [
  'buyer',
  { type: 'tickCheck', check, done: is },
];
const namesIn = (deal: ReturnType<typeof offered>) => tickedIn(deal).map(({ check }) => check);

describe('what the buyer’s side ticks before the offer', () => {
  it('is ticked once, in the order of the list, and unticked again', () => {
    const deal = given(offered(), tick('permissions'), tick('account'), tick('permissions'));
    expect(namesIn(deal)).toEqual(['account', 'permissions']);
    expect(namesIn(given(deal, tick('account', false)))).toEqual(['permissions']);
    expect(namesIn(given(offered(), tick('account', false)))).toEqual([]);
  });

  it('is checked anew for an offer to other accounts', () => {
    const ticked = given(offered(), tick('account'), tick('permissions'));
    const other = proposal({ buyerAwsAccountIds: ['999900001111'] });
    expect(namesIn(changeSetDone(given(ticked, other, done(2)), 'offer-two'))).toEqual(['permissions']);
  });

  it('is nothing before there is an offer, and not for staff to tick', () => {
    const body = { type: 'tickCheck', check: 'account', done: true } as const;
    expect(when(opened(), 'buyer', body).refused).toBe('notNow');
    expect(when(offered(), 'sales', body).refused).toBe('notYours');
  });
});
