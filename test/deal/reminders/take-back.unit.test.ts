import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines, passedDeadlines } from '../../../deal/reminders/plan.ts';
import { given, opened, start, when } from '../../support/story.ts';
import { offeredTo } from '../offer/offered-to.ts';
import { later, mailsSince, planned, wakes } from './passing-time.ts';

const seconds = 1000;
const offer = () =>
  offeredTo({ signer: 'Asia/Tokyo', contact: 'Asia/Tokyo' }, { at: start, expiresOn: '2027-02-03' });
const keyOf = (deal: Deal) => planned(deal, 'offerExpiring')[0]?.key ?? '';
const pressed = (deal: Deal, type: 'sendReminderNow' | 'skipReminder') =>
  given(deal, ['sales', { type, key: keyOf(deal) }]);
const back = (deal: Deal, key: string, at = deal.updatedAt) =>
  when(deal, 'support', { type: 'takeBackReminder', key }, at);

describe('a reminder that is sent early', () => {
  it('goes out ten seconds after the press and not before, to everybody, once', () => {
    const before = offer();
    const sent = pressed(before, 'sendReminderNow');
    expect(mailsSince(before, sent)).toEqual([]);
    expect(passedDeadlines(sent, later(sent.updatedAt, 9.9 * seconds))).toEqual([]);
    const out = wakes(sent, later(sent.updatedAt, 10 * seconds));
    expect(mailsSince(sent, out).map(([template]) => template)).toEqual(['offerExpiring', 'offerExpiring']);
    expect(deadlines(out).some(({ key }) => key === keyOf(before))).toBe(false);
    expect(wakes(out, later(sent.updatedAt, 20 * seconds))).toEqual(out);
  });

  it('goes out when nothing ran for hours, though others of its kind were due meanwhile', () => {
    const sent = pressed(offer(), 'sendReminderNow');
    const far = '2027-02-02T03:00:00.000Z';
    const found = passedDeadlines(sent, far).find(({ deadline }) => deadline.byHand);
    expect(found?.late).toBe(false);
  });

  it('stays planned as it was once it is taken back, and is not sent', () => {
    const before = offer();
    const sent = pressed(before, 'sendReminderNow');
    const { deal: taken, refused } = back(sent, keyOf(before), later(sent.updatedAt, 9 * seconds));
    expect(refused).toBeUndefined();
    expect(planned(taken, 'offerExpiring')).toEqual(planned(before, 'offerExpiring'));
    expect(passedDeadlines(taken, later(sent.updatedAt, 11 * seconds))).toEqual([]);
  });

  it('is not taken back once it is out, nor twice, nor when nobody has pressed', () => {
    const before = offer();
    const key = keyOf(before);
    expect(back(before, key).refused).toBe('tooLateToTakeBack');
    const sent = pressed(before, 'sendReminderNow');
    expect(back(wakes(sent, later(sent.updatedAt, 10 * seconds)), key).refused).toBe('tooLateToTakeBack');
    expect(back(back(sent, key).deal, key).refused).toBe('tooLateToTakeBack');
  });

  it('is pressed once however often, and stays at home when the deal is closed meanwhile', () => {
    const before = offer();
    const sent = pressed(before, 'sendReminderNow');
    const again = when(sent, 'sales', { type: 'sendReminderNow', key: keyOf(before) });
    expect(again.refused).toBe('unknownReminder');
    const asked = opened();
    const [due] = planned(asked, 'answerDue');
    const hurried = given(asked, ['sales', { type: 'sendReminderNow', key: due?.key ?? '' }]);
    const closed = given(hurried, ['sales', { type: 'closeDeal', reason: 'A test.' }]);
    expect(passedDeadlines(closed, later(closed.updatedAt, 10 * seconds))).toEqual([]);
  });
});

describe('a reminder that is skipped', () => {
  it('is planned again once the press is taken back', () => {
    const before = offer();
    const skipped = pressed(before, 'skipReminder');
    expect(keyOf(skipped)).not.toBe(keyOf(before));
    const taken = back(skipped, keyOf(before)).deal;
    expect(planned(taken, 'offerExpiring')).toEqual(planned(before, 'offerExpiring'));
  });

  it('is not sent late by taking back the press after its moment', () => {
    const before = offer();
    const [first] = planned(before, 'offerExpiring');
    const skipped = pressed(before, 'skipReminder');
    expect(back(skipped, first?.key ?? '', later(first?.at ?? '', 1)).refused).toBe('tooLateToTakeBack');
  });
});
