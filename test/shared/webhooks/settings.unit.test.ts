import { describe, expect, it, test } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';
import { retrySecondsFrom } from '../../../shared/webhooks/settings.ts';

const secret = 'whsec_YSBzZWNyZXQgZm9yIHRoZSB0ZXN0cyBvbmx5';

describe('the settings of webhooks and chat', () => {
  it('need nothing at all', () => expect(readConfig({}).TIMELINE_WEBHOOK_URL).toBe(''));

  it('hold when an address comes with its secret', () => {
    const url = 'https://hooks.vendor.example/in?a=b';
    const config = readConfig({
      TIMELINE_WEBHOOK_URL: url,
      TIMELINE_WEBHOOK_SECRET: secret,
      STAFF_CHAT_URL: url,
    });
    expect(config).toMatchObject({ TIMELINE_WEBHOOK_URL: url, STAFF_CHAT_LANGUAGE: 'en' });
  });

  test.each(['PRODUCT_WEBHOOK', 'TIMELINE_WEBHOOK'])('%s needs a secret that can sign', name => {
    for (const bad of ['', 'secret', 'whsec_', 'whsec_not base64!'])
      expect(() => readConfig({ [`${name}_URL`]: 'https://a.example/', [`${name}_SECRET`]: bad })).toThrow(
        `${name}_URL needs ${name}_SECRET`,
      );
  });

  test.each(['hooks.slack.example/T0/B0/key', 'ftp://a.example/key', 'https://user:key@a.example/', 'key'])(
    '%s is no address, and the message does not repeat it',
    address => {
      const read = () => readConfig({ STAFF_CHAT_URL: address });
      expect(read).toThrow('STAFF_CHAT_URL is not an address');
      expect(read).not.toThrow(address);
    },
  );

  test.each(['', '5,,6', '0', '5,-1', '1.5', 'soon', '5;6'])('%p is no list of pauses', list =>
    expect(() => retrySecondsFrom(list)).toThrow('TIMELINE_WEBHOOK_RETRY_SECONDS'),
  );

  it('try ten times over three days unless told otherwise', () => {
    const pauses = retrySecondsFrom(readConfig({}).TIMELINE_WEBHOOK_RETRY_SECONDS);
    expect(pauses).toHaveLength(9);
    expect(Math.round(pauses.reduce((sum, each) => sum + each) / 86_400)).toBe(3);
    expect(retrySecondsFrom(' 1, 20 ')).toEqual([1, 20]);
  });

  it('speak English or Japanese in the chat', () =>
    expect(() => readConfig({ STAFF_CHAT_LANGUAGE: 'fr' })).toThrow('STAFF_CHAT_LANGUAGE'));
});
