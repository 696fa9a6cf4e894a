import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reportsOfSes } from '../../../shared/mail/ses-notification.ts';
import { sesNotification } from './ses.ts';

const email = 'jane@buyer.example';
const messageId = '<0123456789abcdef@example.com>';
const bounce = (more: object, recipient = {}) =>
  reportsOfSes(sesNotification({ type: 'Bounce', email, messageId, more, recipient }));

describe('a notification of Amazon SES', () => {
  it.each(['notificationType', 'eventType'] as const)(
    'of a bounce names our mail, its reader and what the server said (%s)',
    typeName => {
      const recipient = { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' };
      const told = sesNotification({ type: 'Bounce', email, messageId, recipient, typeName });
      const detail = '550 5.1.1 user unknown';
      expect(reportsOfSes(told)).toEqual([
        { kind: 'bounce', email, messageId, outcome: 'badAddress', detail },
      ]);
    },
  );

  it.each([
    ['Permanent', 'General', {}, 'badAddress'],
    ['Permanent', 'OnAccountSuppressionList', {}, 'badAddress'],
    ['Permanent', 'General', { action: 'failed', status: '5.7.1' }, 'notDelivered'],
    ['Permanent', 'General', { action: 'delayed', status: '4.0.0' }, 'delayed'],
    ['Transient', 'MailboxFull', {}, 'notDelivered'],
    ['Transient', 'General', {}, 'delayed'],
    ['Transient', 'General', { action: 'failed', status: '5.0.0' }, 'notDelivered'],
    ['Undetermined', 'Undetermined', {}, 'notDelivered'],
  ])('of the type %s and %s with %j means %s', (bounceType, bounceSubType, recipient, outcome) => {
    expect(bounce({ bounceType, bounceSubType }, recipient)).toMatchObject([{ outcome }]);
  });

  it('without the original headers names the reader alone', () => {
    const [report] = reportsOfSes(sesNotification({ type: 'Bounce', email })) ?? [];
    expect(report).toMatchObject({ email, detail: 'Permanent General' });
    expect(report).not.toHaveProperty('messageId');
  });

  it('finds our Message-ID among all headers, and where it has lost its brackets', () => {
    const told = JSON.parse(sesNotification({ type: 'Bounce', email, messageId }));
    const { commonHeaders: _common, ...mail } = told.mail;
    expect(reportsOfSes(JSON.stringify({ ...told, mail }))).toMatchObject([{ messageId }]);
    const bare = { ...told.mail, commonHeaders: { messageId: ' 0123456789abcdef@example.com' } };
    expect(reportsOfSes(JSON.stringify({ ...told, mail: bare }))).toMatchObject([{ messageId }]);
  });

  it('of a complaint stops nothing but what the reader complained about', () => {
    const complaint = (more: object) =>
      reportsOfSes(sesNotification({ type: 'Complaint', email, messageId, more }));
    expect(complaint({})).toEqual([{ kind: 'complaint', email, messageId }]);
    expect(complaint({ complaintFeedbackType: 'abuse' })).toMatchObject([{ kind: 'complaint' }]);
    expect(complaint({ complaintFeedbackType: 'not-spam' })).toEqual([]);
    expect(complaint({ complaintSubType: 'OnAccountSuppressionList' })).toMatchObject([
      { kind: 'bounce', outcome: 'notDelivered' },
    ]);
  });

  it.each([
    ['a delivery', sesNotification({ type: 'Delivery', email, messageId })],
    ['the test of a new topic', 'Successfully validated SNS topic for Amazon SES event publishing.'],
    ['JSON of another form', '{"notificationType":"Bounce","bounce":[]}'],
    ['null', 'null'],
  ])('is not what we look for when it is %s', (_name, text) => expect(reportsOfSes(text)).toBeUndefined());

  it('of any form is read or left, and never an error', () => {
    fc.assert(fc.property(fc.json(), text => expect(reportsOfSes(text)).toBeUndefined()));
  });
});
