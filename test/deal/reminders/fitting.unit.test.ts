import { describe, expect, it } from '@jest/globals';
import { signerOf } from '../../../deal/deal.ts';
import { fittingReminder } from '../../../deal/reminders/fitting.ts';
import { takeBackFor } from '../../../deal/reminders/take-back.ts';
import { given, opened, start, when } from '../../support/story.ts';
import { offeredTo } from '../offer/offered-to.ts';
import { later, wakes } from './passing-time.ts';

const tokyo = { signer: 'Asia/Tokyo', contact: 'Asia/Tokyo' };
const deal = offeredTo(tokyo, { at: start, expiresOn: '2027-02-03' });
const now = '2027-01-06T01:00:00.000Z';

const pressed = (key: string) => when(deal, 'sales', { type: 'sendReminderNow', key }, now).deal;
/** Once the seconds are over in which the press can be taken back. */
const afterPress = (key: string) => wakes(pressed(key), later(now, takeBackFor));

describe('the reminder that fits a deal now', () => {
  it('is the next one that its buyers would have by themselves, with the mails that the press sends', () => {
    const fitting = fittingReminder(deal, now);
    if (typeof fitting === 'string') throw new Error(fitting);
    expect(fitting.deadline.kind).toBe('offerExpiring');
    const key = fitting.deadline.key;
    const mailed = afterPress(key)
      .mails.slice(deal.mails.length)
      .filter(({ template }) => template === fitting.posts[0]?.template)
      .map(({ template, reader }) => ({ template, reader }));
    expect(mailed).toEqual(fitting.posts);
    expect(mailed.length).toBeGreaterThan(0);
  });

  it('is none on the day on which they had one', () => {
    const fitting = fittingReminder(deal, now);
    if (typeof fitting === 'string') throw new Error(fitting);
    const { key } = fitting.deadline;
    expect(fittingReminder(pressed(key), now)).toBe('remindedToday');
    const out = afterPress(key);
    expect(fittingReminder(out, now)).toBe('remindedToday');
    expect(fittingReminder(out, '2027-01-07T01:00:00.000Z')).toMatchObject({ posts: expect.anything() });
  });

  it('is none for whoever wants none', () => {
    const emails = [signerOf(deal).email, deal.inquiry.contact.email];
    const stopped = given(
      deal,
      ...emails.map(email => ['sales', { type: 'stopReminders', email }] as ['sales', never]),
    );
    expect(fittingReminder(stopped, now)).toBe('unwanted');
  });

  it('is none where only staff are waited for, or the deal is over', () => {
    expect(fittingReminder(opened(), start)).toBe('nothingPlanned');
    const closed = given(opened(), ['sales', { type: 'closeDeal', reason: 'Over.' }]);
    expect(fittingReminder(closed, start)).toBe('closed');
  });
});
