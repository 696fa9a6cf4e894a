import { describe, expect, it } from '@jest/globals';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import { dealDecider } from '../../../deal/decider.ts';
import type { Holidays } from '../../../deal/policy.ts';
import { sampleTerms } from '../../support/samples.ts';
import { actors, changeSetDone, done, given, opened, start } from '../../support/story.ts';
import { inZone, moments } from '../reminders/passing-time.ts';

const zone = 'Europe/Paris';
const person = { name: 'Zoé', email: 'zoe@aozora.example', language: 'en', timeZone: zone } as const;
const holidays = { [zone]: ['2027-05-06'] };

/** The deal after a command with the holidays that its sender looked up. */
function told(deal: Deal, body: CommandBody, holidays: Holidays): Deal {
  const { updatedAt: at } = deal;
  const by = { ...actors.sales, roles: ['sales' as const] };
  const line = { commandId: `told-${deal.seq}`, at, by, holidays };
  const refusal = dealDecider.decide(deal, { ...body, ...line }, at);
  if (refusal) throw new Error(refusal.code);
  const entry = { ...line, seq: deal.seq + 1, decidedAt: at, outcome: 'applied' as const, event: body };
  return dealDecider.evolve(deal, entry);
}

describe('the holidays of a deal', () => {
  it('come with whoever is brought into it, and his reminders avoid them', () => {
    // Ascension Day is a Thursday; a day before Friday's end is then Wednesday.
    const terms = sampleTerms(start, { signer: person, offerExpiresOn: '2027-05-07' });
    const open = {
      ...opened(),
      policy: { ...opened().policy, remindDaysBefore: [1], remindHoursBefore: [] },
    };
    const proposed = told(open, { type: 'proposeTerms', terms }, holidays);
    const offered = changeSetDone(given(proposed, done()));
    const [reminder = ''] = moments(offered, 'offerExpiring');
    expect(inZone(reminder, zone).slice(0, 10)).toBe('2027-05-05');
  });

  it('are kept for the people around it, and forgotten with those who leave', () => {
    const changed = told(opened(), { type: 'changeContact', role: 'contact', person }, holidays);
    expect(changed.policy.holidays).toEqual(holidays);
    const back = { ...person, timeZone: 'Asia/Tokyo' };
    const tokyo = { 'Asia/Tokyo': ['2027-05-03'] };
    const left = told(changed, { type: 'changeContact', role: 'contact', person: back }, tokyo);
    expect(left.policy.holidays).toEqual(tokyo);
  });

  it('of another form than dates by zone make a command malformed', () => {
    for (const wrong of [[], { [zone]: 'never' }, { [zone]: ['tomorrow-afternoon'] }])
      expect(() => told(opened(), { type: 'addNote', text: 'x' }, wrong as unknown as Holidays)).toThrow(
        'malformed',
      );
  });
});
