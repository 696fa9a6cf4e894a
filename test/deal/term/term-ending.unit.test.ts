import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { agreement, given, start } from '../../support/story.ts';
import { active } from '../acceptance/after-sale.ts';
import { day, later, moments, planned, wakes } from '../reminders/passing-time.ts';

const templates = (deal: Deal) => deal.mails.map(mail => mail.template);

describe('the end of a term', () => {
  it('is announced 90, 60 and 30 days before, in working hours of the signer', () => {
    // The term ends on a Wednesday at 9:00 in Tokyo. Sixty days before is a Saturday: the Friday evening.
    expect(moments(active(), 'termEnding')).toEqual([
      '2027-10-07T00:00:00.000Z',
      '2027-11-05T08:00:00.000Z',
      '2027-12-06T00:00:00.000Z',
    ]);
  });

  it('is announced to signer and owner', () => {
    const [first] = planned(active(), 'termEnding');
    const reminded = wakes(active(), first?.at ?? '');
    expect(templates(reminded)).toEqual(['termEnding', 'termEnding']);
    expect(reminded.mails.map(mail => mail.reader)).toMatchObject([
      { email: 'taro@aozora.example' },
      { to: 'owner' },
    ]);
  });

  it('is not announced before the confirmation, which tells it', () => {
    const short = given(active(), ['aws', { ...agreement, endsAt: later(start, 45 * day) }]);
    expect(moments(short, 'termEnding')).toHaveLength(1);
  });

  it('is planned anew for a renewal, and no more once the access has ended', () => {
    const renewed = given(active(), [
      'aws',
      {
        ...agreement,
        agreementId: 'agmt-2',
        intent: 'RENEW',
        previousAgreementId: 'agmt-1',
        acceptedAt: agreement.endsAt,
        endsAt: later(agreement.endsAt, 365 * day),
      },
    ]);
    expect(moments(renewed, 'termEnding').map(at => at.slice(0, 4))).toEqual(['2028', '2028', '2028']);
    const cancelled = given(active(), ['aws', { ...agreement, status: 'CANCELLED' }]);
    expect(deadlines(cancelled)).toEqual([]);
  });

  it('is announced once after a time in which nothing ran', () => {
    const late = wakes(active(), later(agreement.endsAt, -20 * day));
    expect(templates(late)).toEqual(['termEnding', 'termEnding']);
  });
});
