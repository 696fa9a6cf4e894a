import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDeliveryReport } from '../../../shared/mail/delivery-report.ts';
import { outcomeOf } from '../../../shared/mail/mail-report.ts';
import { runs } from '../../support/runs.ts';
import { reportMail, sampleMessageId, sampleNames, sampleReader } from './reports.ts';

const about = { messageId: sampleMessageId, email: sampleReader };
const read = (name: string) => readDeliveryReport(reportMail(name));

describe('a report of a mail server', () => {
  it.each([
    ['gmail', /^550-5\.1\.1 The email account that you tried to reach does not exist/],
    ['exchange-online', /^550 5\.1\.10 RESOLVER\.ADR\.RecipientNotFound; Recipient not found/],
    ['postfix', /^550 5\.1\.1 <hanako@buyer\.example>: Recipient address rejected: User unknown in virtual/],
  ])('of %s names our mail, its reader and why the address is bad', async (name, words) => {
    const detail = expect.stringMatching(words);
    expect(await read(name)).toEqual([{ kind: 'bounce', ...about, outcome: 'badAddress', detail }]);
  });

  it('of Amazon SES names the reader, and an id that SES gave to the mail', async () => {
    const [report] = (await read('amazon-ses')) ?? [];
    expect(report).toMatchObject({ kind: 'bounce', email: sampleReader, outcome: 'badAddress' });
    expect(report?.messageId).toMatch(/@ap-northeast-1\.amazonses\.com>$/);
  });

  it.each([
    ['postfix-delayed', 'delayed'],
    ['postfix-given-up', 'notDelivered'],
    ['postfix-blocked', 'notDelivered'],
  ])('%s makes no address bad: %s', async (name, outcome) => {
    expect(await read(name)).toMatchObject([{ ...about, outcome }]);
  });

  it('makes no address bad when somebody else refused what was passed on to him', async () => {
    const [report] = (await read('postfix-forwarded')) ?? [];
    expect(report).toMatchObject({ ...about, outcome: 'notDelivered' });
    expect(report).toMatchObject({ detail: expect.stringContaining('taro@elsewhere.example') });
  });

  it('that a mail has arrived says nothing', async () => expect(await read('postfix-delivered')).toEqual([]));

  it('counts what was done with the mail before the status', () => {
    expect(outcomeOf({ action: 'failed', status: '4.4.7' })).toBe('notDelivered');
    expect(outcomeOf({ action: 'Failed (gone)', status: '5.1.1' })).toBe('badAddress');
    expect(outcomeOf({ action: 'expired', status: '' })).toBe('notDelivered');
    expect(outcomeOf({ action: '', status: '5.4.4' })).toBe('badAddress');
    expect(outcomeOf({ action: '', status: '4.2.1' })).toBe('delayed');
    expect(outcomeOf({ action: 'delivered', status: '5.0.0' })).toBe('arrived');
    expect(outcomeOf({ action: '', status: '' })).toBeUndefined();
  });

  it.each(['5.1.8', '5.2.2', '5.2.3', '5.3.4', '5.5.2', '5.6.0', '5.7.26'])(
    'with status %s is about the mail, the mailbox or its sender',
    status => expect(outcomeOf({ action: 'failed', status })).toBe('notDelivered'),
  );

  it('is as exact as the words beside a vague status', async () => {
    const vague = (words: string) =>
      Buffer.from(
        String(reportMail('postfix')).replace('Status: 5.1.1', 'Status: 5.0.0').replace('550 5.1.1', words),
      );
    expect(await readDeliveryReport(vague('554 5.7.1'))).toMatchObject([{ outcome: 'notDelivered' }]);
    expect(await readDeliveryReport(vague('550'))).toMatchObject([{ outcome: 'badAddress' }]);
  });
});

describe('a report of a mailbox provider', () => {
  it('that a reader called our mail spam is a complaint', async () => {
    expect(await read('feedback-abuse')).toEqual([{ kind: 'complaint', messageId: sampleMessageId }]);
  });

  it('that a reader said it is no spam says nothing', async () =>
    expect(await read('feedback-not-spam')).toEqual([]));
});

describe('any other mail', () => {
  it('is no report, though a person attached one', async () => expect(await read('person')).toBeUndefined());

  it('that calls itself a report and says nothing we understand is left to a person', async () => {
    const empty = String(reportMail('postfix')).replace(/Final-Recipient[\s\S]*?(?=\r\n--4C2)/, '\r\n');
    expect(await readDeliveryReport(Buffer.from(empty))).toBeUndefined();
  });

  it('of any bytes is a report or none, and never an error', async () => {
    const bytes = fc.uint8Array({ maxLength: 2000 });
    await fc.assert(
      fc.asyncProperty(bytes, async raw => expect(await readDeliveryReport(raw)).toBeUndefined()),
    );
  });

  it('made from a report with parts lost, changed or cut off is a whole report or none', async () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(200),
      insert: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom('\r\n', '\r\n\r\n', ':', '--', 'Final-Recipient: rfc822;', 'Action: failed\r\n'),
      ),
    });
    const edits = fc.array(edit, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...sampleNames), edits, async (name, changes) => {
        let text = reportMail(name).toString('latin1');
        for (const { at, remove, insert } of changes) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
        }
        for (const report of (await readDeliveryReport(Buffer.from(text, 'latin1'))) ?? []) {
          expect(report.messageId ?? report.email).toMatch(/^\S+@\S+$/);
          if (report.kind === 'bounce') expect(report.detail.length).toBeLessThanOrEqual(500);
        }
      }),
      runs(500),
    );
  });
});
