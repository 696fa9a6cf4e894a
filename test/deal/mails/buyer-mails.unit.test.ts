import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { type MailRequest, readerOf } from '../../../deal/mails/mails.ts';
import type { Person } from '../../../deal/people.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { stepsDue } from '../../../deal/steps.ts';
import {
  agreement,
  changeSetDone,
  done,
  given,
  offered,
  proposal,
  start,
  when,
} from '../../support/story.ts';
import { active, mailed } from '../acceptance/after-sale.ts';
import { day, hour, later, mailsSince, moments, planned, until } from '../reminders/passing-time.ts';

const taro = 'taro@aozora.example';
const hanako = 'hanako@aozora.example';
const jiro: Person = {
  name: 'Jiro Ito',
  email: 'jiro@aozora.example',
  language: 'ja',
  timeZone: 'America/New_York',
};
const stop = (email: string) => ({ type: 'stopReminders', email }) as const;
const resume = (email: string) => ({ type: 'resumeReminders', email }) as const;
const keysOf = (deal: Deal) => planned(deal, 'offerExpiring').map(each => each.key.split(':').at(-1));

describe('somebody who wants no more reminders', () => {
  it('gets none, while the others still do', () => {
    const stopped = given(mailed(offered()), ['buyer', stop(taro.toUpperCase())]);
    expect(
      mailsSince(stopped, until(stopped, 'offerExpiring')).filter(([name]) => name === 'offerExpiring'),
    ).toEqual([['offerExpiring', hanako]]);
  });

  it('leaves no reminder in the plan when nobody is left, and the offer still ends', () => {
    const stopped = given(mailed(offered()), ['buyer', stop(taro)], ['buyer', stop(hanako)]);
    expect(planned(stopped, 'offerExpiring')).toEqual([]);
    expect(planned(stopped, 'offerExpires')).toHaveLength(1);
    expect(stopped.stage).toBe('offered');
  });

  it('is not chased, and becomes a task of the owner all the same', () => {
    const stopped = given(mailed(offered()), ['aws', agreement], ['buyer', stop(taro)]);
    expect(planned(stopped, 'chaseSetUp')).toEqual([]);
    expect(planned(stopped, 'buyerAbsent')).toHaveLength(1);
  });

  it('gets the reminders that are still to come when he changes his mind, and none that have gone by', () => {
    const stopped = given(mailed(offered()), ['buyer', stop(taro)], ['buyer', stop(hanako)]);
    const at = '2027-01-28T01:00:00.000Z';
    const resumed = when(stopped, 'buyer', resume(taro), at).deal;
    for (const moment of moments(resumed, 'offerExpiring')) expect(moment > at).toBe(true);
    expect(keysOf(resumed)).toEqual(['3', '1', '6h']);
  });

  it('may say so after the deal is closed', () => {
    const closed = given(active(), ['aws', { ...agreement, status: 'CANCELLED' }]);
    expect(when(closed, 'buyer', stop(taro)).refused).toBeUndefined();
  });
});

describe('a contact that changes', () => {
  it('is written to from then on, in his own hours', () => {
    const changed = given(mailed(offered()), [
      'sales',
      { type: 'changeContact', role: 'signer', person: jiro },
    ]);
    expect(moments(changed, 'offerExpiring')).not.toEqual(moments(offered(), 'offerExpiring'));
    expect(mailsSince(changed, until(changed, 'offerExpiring'))).toContainEqual([
      'offerExpiring',
      jiro.email,
    ]);
  });

  it('gets what could not be sent to the former one, at once and under a key of its own', () => {
    const waiting = offered();
    const { mails } = given(waiting, ['sales', { type: 'changeContact', role: 'signer', person: jiro }]);
    const before = waiting.mails.find(mail => mail.template === 'offer') as MailRequest;
    const after = mails.find(mail => mail.template === 'offer') as MailRequest;
    expect(after.reader).toEqual(readerOf(jiro));
    expect(after.key).not.toBe(before.key);
    expect(after.key.split(':')[0]).toBe(before.key.split(':')[0]);
  });

  it('gives way to the signer of terms that are proposed later', () => {
    const changed = given(mailed(offered()), [
      'sales',
      { type: 'changeContact', role: 'signer', person: jiro },
    ]);
    const [, later] = [0, given(changed, proposal(), done(2))];
    expect(changeSetDone(later, 'offer-two').mails.at(-2)?.reader).toMatchObject({ email: taro });
  });

  it('must be somebody whom mail can reach', () => {
    const person = { ...jiro, email: 'nobody', timeZone: 'Mars/Olympus' };
    expect(when(offered(), 'sales', { type: 'changeContact', role: 'contact', person }).refused).toBe(
      'fieldsInvalid',
    );
    expect(when(offered(), 'buyer', { type: 'changeContact', role: 'contact', person: jiro }).refused).toBe(
      'notYours',
    );
  });
});

describe('reminders that staff change for one deal', () => {
  it('are planned anew, without those that would have been before', () => {
    const at = '2027-01-25T01:00:00.000Z';
    const reminders = { remindDaysBefore: [14, 5, 2], remindHoursBefore: [] };
    const changed = when(mailed(offered()), 'sales', { type: 'changeReminders', reminders }, at).deal;
    expect(keysOf(changed)).toEqual(['5', '2']);
  });

  it('still come on the day on which they were changed', () => {
    const [first = ''] = moments(offered(), 'offerExpiring');
    const reminders = { remindDaysBefore: [7, 2] };
    const changed = when(
      mailed(offered()),
      'sales',
      { type: 'changeReminders', reminders },
      later(first, -hour),
    );
    expect(moments(changed.deal, 'offerExpiring')[0]).toBe(first);
  });

  it('must be numbers that make sense', () => {
    for (const reminders of [
      { remindDaysBefore: [-1] },
      { answerWithinHours: 0 },
      { remindDaysBefore: [3, 3] },
      { nothing: 1 },
    ])
      expect(
        when(offered(), 'sales', { type: 'changeReminders', reminders: reminders as object }).refused,
      ).toBe('fieldsInvalid');
  });
});

describe('a mail that comes back', () => {
  const offerMail = () => offered().mails.find(mail => mail.template === 'offer') as MailRequest;
  const bounced = () =>
    mailed(
      given(mailed(offered()), [
        'system',
        { type: 'mailBounced', mail: offerMail(), detail: '550 5.1.1 unknown' },
      ]),
    );
  const back = () =>
    given(mailed(offered()), [
      'system',
      { type: 'mailBounced', mail: offerMail(), detail: '550 5.1.1 unknown' },
    ]);
  const sends = (deal: Deal) => stepsDue(deal).flatMap(step => (step.name === 'sendMails' ? step.mails : []));

  it('makes the deal stuck, tells the owner, and waits for a person', () => {
    expect(back().stuck).toMatchObject([
      { reason: 'mailBounced', cure: 'changeContact', detail: '550 5.1.1 unknown' },
    ]);
    expect(sends(back()).map(mail => mail.template)).toEqual(['stuckNotice']);
    expect(bounced().stuck).toHaveLength(1);
  });

  it('is sent again when a person says so', () => {
    const again = given(back(), ['support', { type: 'retryStep' }]);
    expect(sends(again)).toContainEqual(offerMail());
  });

  it('waits for a person too when it came back before all that went out with it was sent', () => {
    const waiting = offered();
    const quick = given(waiting, ['system', { type: 'mailBounced', mail: offerMail(), detail: '550' }]);
    const sent = given(quick, { type: 'mailsSent', keys: waiting.mails.map(mail => mail.key) });
    expect(sends(given(sent, ['support', { type: 'retryStep' }]))).toContainEqual(offerMail());
  });

  it('goes to the corrected address at once', () => {
    const corrected = given(back(), ['support', { type: 'changeContact', role: 'signer', person: jiro }]);
    expect(corrected.stuck).toEqual([]);
    expect(sends(corrected).find(mail => mail.template === 'offer')?.reader).toEqual(readerOf(jiro));
  });
});

describe('a mail that staff send again', () => {
  it('is asked for under a new key', () => {
    const mail = offered().mails.find(each => each.template === 'offer') as MailRequest;
    const again = given(mailed(offered()), ['support', { type: 'resendMail', mail }]);
    expect(again.mails).toMatchObject([{ template: 'offer', reader: mail.reader }]);
    expect(again.mails[0]?.key).not.toBe(mail.key);
  });
});

describe('a buyer who has just done something here', () => {
  it('is not reminded for half a day', () => {
    const [first = ''] = moments(offered(), 'offerExpiring');
    const seen = when(mailed(offered()), 'buyer', { type: 'offerSeen' }, later(first, -2 * hour)).deal;
    expect(keysOf(seen)).toEqual(['3', '1', '6h']);
    const yesterday = when(mailed(offered()), 'buyer', { type: 'offerSeen' }, later(first, -day)).deal;
    expect(keysOf(yesterday)).toEqual(['7', '3', '1', '6h']);
  });

  it('is reminded all the same on the last day', () => {
    const last = moments(offered(), 'offerExpiring').at(-1) ?? '';
    const seen = when(mailed(offered()), 'buyer', { type: 'offerSeen' }, later(last, -hour)).deal;
    expect(keysOf(seen)).toContain('6h');
  });

  it('is not reminded on the day of the offer itself', () => {
    const [offer] = offered().offers;
    const short: Deal = {
      ...offered(),
      offers: offer ? [{ ...offer, releasedAt: start, expiresOn: '2027-01-11' }] : [],
    };
    for (const { at } of planned(short, 'offerExpiring'))
      expect(at.slice(0, 10)).not.toBe(start.slice(0, 10));
    expect(deadlines(short)).not.toEqual([]);
  });
});
