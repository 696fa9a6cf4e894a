import { describe, expect, it } from '@jest/globals';
import { type DeadlineKind, deadlines, passedDeadlines } from '../../../shared/deal/deadlines.ts';
import type { Deal } from '../../../shared/deal/deal.ts';
import type { Policy } from '../../../shared/deal/policy.ts';
import {
  agreement,
  changeSetFails,
  done,
  having,
  opened,
  proposal,
  start,
  told,
} from '../../support/story.ts';
import { active, mailed } from './after-sale.ts';

const hour = 3_600_000;
const day = 24 * hour;
const later = (moment: string, milliseconds: number) =>
  new Date(Date.parse(moment) + milliseconds).toISOString();
const planned = (deal: Deal, kind: DeadlineKind) => deadlines(deal).filter(each => each.kind === kind);
const moments = (deal: Deal, kind: DeadlineKind) => planned(deal, kind).map(each => each.at);

/** What the workflow does when it wakes at a moment. */
const wakes = (deal: Deal, at: string) =>
  passedDeadlines(deal, at).reduce(
    (before, passed) => told(before, { type: 'deadlinePassed', ...passed }, at),
    deal,
  );
const templates = (deal: Deal) => deal.mails.map(mail => mail.template);
const withPolicy = (deal: Deal, change: Partial<Policy>): Deal => ({
  ...deal,
  policy: { ...deal.policy, ...change },
});

describe('an approval that nobody decides', () => {
  const pending = () => mailed(having(opened(), proposal({ durationMonths: 48 }), done()));

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
    const approved = having(pending(), ['approver', { type: 'approveOffer', version: 1 }]);
    expect(planned(approved, 'approvalOverdue')).toEqual([]);
  });

  it('is brought up anew when it is asked for again', () => {
    const overdue = wakes(pending(), later(start, day));
    const rejected = having(overdue, ['approver', { type: 'rejectOffer', version: 1, comment: 'no' }]);
    expect(moments(having(rejected, done()), 'approvalOverdue')).toEqual([later(start, 2 * day)]);
  });
});

describe('the end of a term', () => {
  it('is announced 90, 60 and 30 days before', () => {
    const days = moments(active(), 'termEnding').map(at =>
      Math.round((Date.parse(agreement.endsAt) - Date.parse(at)) / day),
    );
    expect(days).toEqual([90, 60, 30]);
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
    const short = having(active(), ['aws', { ...agreement, endsAt: later(start, 45 * day) }]);
    expect(moments(short, 'termEnding')).toHaveLength(1);
  });

  it('is planned anew for a renewal, and no more once the access has ended', () => {
    const renewed = having(active(), [
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
    const cancelled = having(active(), ['aws', { ...agreement, status: 'CANCELLED' }]);
    expect(deadlines(cancelled)).toEqual([]);
  });

  it('is announced once after a time in which nothing ran', () => {
    const late = wakes(active(), later(agreement.endsAt, -20 * day));
    expect(templates(late)).toEqual(['termEnding', 'termEnding']);
  });
});

describe('a deal that stays stuck', () => {
  const stuck = () => mailed(changeSetFails(having(opened(), proposal(), done())));
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
    const skipped = having(stuck(), ['support', { type: 'skipReminder', key: first?.key ?? '' }]);
    expect(moments(skipped, 'stuckReminder')).toEqual([later(start, 2 * day)]);
  });

  it('is left alone while a notice of it waits to be sent, and once it is cured', () => {
    expect(planned(wakes(stuck(), later(start, day)), 'stuckReminder')).toEqual([]);
    expect(planned(having(stuck(), ['support', { type: 'retryStep' }]), 'stuckReminder')).toEqual([]);
  });

  it('does not change when something else happens', () => {
    const noted = having(stuck(), ['support', { type: 'addNote', text: 'asked AWS' }]);
    expect(planned(noted, 'stuckReminder')).toEqual(planned(stuck(), 'stuckReminder'));
  });
});

it('a deal that was opened before there were these reminders has none of them', () => {
  const before = {
    approveWithinHours: undefined,
    remindTermDaysBefore: undefined,
    remindStuckEveryHours: undefined,
  };
  const pending = having(opened(), proposal({ durationMonths: 48 }), done());
  const stuck = mailed(changeSetFails(having(opened(), proposal(), done())));
  expect(deadlines(withPolicy(pending, before))).toEqual([]);
  expect(deadlines(withPolicy(stuck, before))).toEqual([]);
  expect(deadlines(withPolicy(active(), before)).map(each => each.kind)).toEqual(['termEnds']);
});
