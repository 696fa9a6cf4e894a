import { describe, expect, it } from '@jest/globals';
import { ownWords } from '../../../../shared/mail/inbound/own-words.ts';

/** What mail programs put around an answer, by program and language. */
const answers: Record<string, [written: string, own: string]> = {
  'Gmail, English': [
    'The 15th is fine.\n\nOn Thu, Dec 3, 2026 at 10:40 AM Example <support@example.com> wrote:\n\n> Hello\n> there\n',
    'The 15th is fine.',
  ],
  'Gmail, English, wrapped': [
    'The 15th.\n\nOn Thu, Dec 3, 2026 at 10:40 AM Example Offers\n<support@example.com> wrote:\n\n> Hello\n',
    'The 15th.',
  ],
  'Gmail, Japanese': [
    '15日でお願いいたします。\n\n2026年12月3日(木) 10:40 Example <support@example.com>:\n\n> 佐藤様\n',
    '15日でお願いいたします。',
  ],
  'Outlook, Japanese': [
    '承知しました。\r\n\r\n________________________________\r\n差出人: Example <support@example.com>\r\n送信日時: 2026年12月3日\r\n件名: ご提案\r\n\r\n本文\r\n',
    '承知しました。',
  ],
  'Outlook, English': [
    'Agreed.\n\n-----Original Message-----\nFrom: Example <support@example.com>\nSent: Thursday\nSubject: Terms\n\nbody\n',
    'Agreed.',
  ],
  'Apple Mail, Japanese': [
    '了解です。\n\n> 2026/12/03 10:40、Example <support@example.com>のメール:\n>\n> 本文\n',
    '了解です。',
  ],
  'a signature': ['Fine with us.\n\n-- \nJane Doe\nACME Corp.\n', 'Fine with us.'],
  'a Japanese signature': [
    'お世話になっております。\n15日でお願いします。\n\n━━━━━━━━━━\n青空商事 佐藤 花子\nTEL 03-1234-5678\n━━━━━━━━━━\n',
    'お世話になっております。\n15日でお願いします。',
  ],
  'a telephone': ['OK\n\nSent from my iPhone', 'OK'],
  'a Japanese telephone': ['OKです\n\niPhoneから送信', 'OKです'],
  'answers between quotes': [
    '> Which day?\nThe 15th.\n> How many units?\nTwo.\n',
    '> Which day?\nThe 15th.\n> How many units?\nTwo.',
  ],
};

describe('what the sender of a mail has written himself', () => {
  it.each(Object.entries(answers))('is told from the rest: %s', (_name, [written, own]) => {
    expect(ownWords(written)).toBe(own);
  });

  it('is all of it where nobody knows what is a quote: nothing is lost', () => {
    expect(ownWords('> only a quote\n> and no more')).toBe('> only a quote\n> and no more');
  });

  it.each([
    ['one long line', 'On '.repeat(20_000)],
    ['many heads that never end', 'Op a\n'.repeat(12_000)],
    ['brackets', 'From: <'.repeat(9000)],
  ])('is found in a bounded time, whatever is sent: %s', (_name, text) => {
    const before = process.cpuUsage().user;
    ownWords(text);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
  });
});
