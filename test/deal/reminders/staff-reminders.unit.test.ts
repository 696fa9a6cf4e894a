import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { stepsDue } from '../../../deal/steps.ts';
import { changeSetFails, done, given, opened, proposal, start } from '../../support/story.ts';
import { mailed } from '../acceptance/after-sale.ts';
import { day, later, mailsSince, moments, planned, wakes } from './passing-time.ts';

const templates = (deal: Deal) => deal.mails.map(mail => mail.template);

describe('an approval that nobody decides', () => {
  const pending = () => mailed(given(opened(), proposal({ durationMonths: 48 }), done()));

  it('is brought up after 24 hours, to the approvers and the owner, once', () => {
    expect(moments(pending(), 'approvalOverdue')).toEqual([later(start, day)]);
    const overdue = wakes(pending(), later(start, day));
    expect(overdue.mails.map(({ template, reader }) => [template, reader.to])).toEqual([
      ['approvalOverdue', 'approvers'],
      ['approvalOverdue', 'owner'],
    ]);
    expect(planned(overdue, 'approvalOverdue')).toEqual([]);
  });

  it('is not brought up once it is decided', () => {
    const approved = given(pending(), ['approver', { type: 'approveOffer', version: 1 }]);
    expect(planned(approved, 'approvalOverdue')).toEqual([]);
  });

  it('is brought up anew when it is asked for again', () => {
    const overdue = wakes(pending(), later(start, day));
    const rejected = given(overdue, ['approver', { type: 'rejectOffer', version: 1, comment: 'no' }]);
    expect(moments(given(rejected, done()), 'approvalOverdue')).toEqual([later(start, 2 * day)]);
  });
});

describe('a deal that stays stuck', () => {
  const stuck = () => mailed(changeSetFails(given(opened(), proposal(), done())));
  const reminded = (deal: Deal) => mailed(wakes(deal, deadlines(deal)[0]?.at ?? ''));

  it('is brought up to its owner every day, under a key with the number of the day', () => {
    const keys = [stuck(), reminded(stuck()), reminded(reminded(stuck()))].map(deal => deadlines(deal)[0]);
    expect(keys.map(each => [each?.key, each?.at])).toEqual([
      [`stuckReminder:${start}:1`, later(start, day)],
      [`stuckReminder:${start}:2`, later(start, 2 * day)],
      [`stuckReminder:${start}:3`, later(start, 3 * day)],
    ]);
    expect(templates(wakes(stuck(), later(start, day)))).toEqual(['stuckNotice']);
  });

  it('is not brought up for every day in which nothing ran', () => {
    const late = wakes(stuck(), later(start, 3.5 * day));
    expect(templates(late)).toEqual(['stuckNotice']);
    expect(moments(mailed(late), 'stuckReminder')).toEqual([later(start, 4 * day)]);
  });

  it('is brought up on the next day when staff skip one', () => {
    const [first] = deadlines(stuck());
    const skipped = given(stuck(), ['support', { type: 'skipReminder', key: first?.key ?? '' }]);
    expect(moments(skipped, 'stuckReminder')).toEqual([later(start, 2 * day)]);
  });

  it('is left alone while a notice of it waits to be sent, and once it is cured', () => {
    expect(planned(wakes(stuck(), later(start, day)), 'stuckReminder')).toEqual([]);
    expect(planned(given(stuck(), ['support', { type: 'retryStep' }]), 'stuckReminder')).toEqual([]);
  });

  it('is brought up again on the next day when the notice itself could not be sent', () => {
    const notified = wakes(stuck(), later(start, day));
    const [step] = stepsDue(notified);
    const trouble = {
      step: step?.key ?? 'sendMails',
      reason: 'mailNotSent',
      detail: '421 try later',
      cure: 'retryStep',
    } as const;
    const lost = given(notified, ['system', { type: 'stepFailed', stuck: trouble }, later(start, 1.2 * day)]);
    expect(moments(lost, 'stuckReminder')).toEqual([later(start, 2 * day)]);
    expect(mailsSince(lost, wakes(lost, later(start, 2 * day)))).toEqual([['stuckNotice', 'owner']]);
  });

  it('does not change when something else happens', () => {
    const noted = given(stuck(), ['support', { type: 'addNote', text: 'asked AWS' }]);
    expect(planned(noted, 'stuckReminder')).toEqual(planned(stuck(), 'stuckReminder'));
  });
});
