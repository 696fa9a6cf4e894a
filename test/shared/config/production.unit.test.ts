import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://desk.example.com',
  TRUST_PROXY: '1',
  SESSION_SECRET: 'f2Rk9vQz0nLw7TgY3mXc5bHs8jPd1aUe',
  MARKETPLACE_EVENT_SECRET: 'q8Wd3hKs6yBn1zRj',
  SMTP_URL: 'smtps://user:password@mail.example.com',
};
const webhook = {
  PRODUCT_WEBHOOK_SECRET: `whsec_${Buffer.from('a secret for the tests only').toString('base64')}`,
};

describe('production', () => {
  it.each([
    ['what is right', {}],
    ['a mail server that changes to TLS', { SMTP_URL: 'smtp://u:p@mail.example.com:587?requireTLS=true' }],
    ['a mail server beside it', { SMTP_URL: 'smtp://localhost:25' }],
    ['a webhook over TLS', { PRODUCT_WEBHOOK_URL: 'https://product.example.com/hook', ...webhook }],
  ])('starts with %s', (_what, env) => {
    expect(readConfig({ ...production, ...env }).NODE_ENV).toBe('production');
  });

  it.each([
    ['PUBLIC_URL', 'http://desk.example.com'],
    ['TRUST_PROXY', ''],
    ['TRUST_PROXY', '0'],
    ['SESSION_SECRET', 'development-session-secret-of-one-machine'],
    ['MARKETPLACE_EVENT_SECRET', 'development-event-secret'],
    ['SMTP_URL', 'smtp://u:p@mail.example.com'],
    ['SMTP_URL', 'smtp://u:p@mail.example.com?requireTLS=true&ignoreTLS=true'],
    ['SMTP_URL', 'smtps://u:p@mail.example.com?tls.rejectUnauthorized=false'],
    ['OFFER_URL_TEMPLATE', 'http://aws.amazon.com/marketplace?offerId={offerId}'],
    ['MARKETPLACE_MANAGE_URL', 'http://console.aws.amazon.com/marketplace'],
    ['PRODUCT_CONSOLE_URL', 'http://localhost:3000/organizations'],
    ['PRODUCT_WEBHOOK_URL', 'http://product.example.com/hook'],
    ['TIMELINE_WEBHOOK_URL', 'http://127.0.0.1/hook'],
    ['STAFF_CHAT_URL', 'http://chat.example.com/hook'],
    ['MARKETPLACE_QUEUE_URL', 'http://127.0.0.1:4010/queue'],
    ['MARKETPLACE_SNS_CERT_HOST', '127.0.0.1:4010'],
    ['OFFERDESK_TIME_SCALE', '1000'],
  ])('does not start with %s=%s, which is right elsewhere', (name, written) => {
    const env = {
      ...production,
      ...webhook,
      TIMELINE_WEBHOOK_SECRET: `${webhook.PRODUCT_WEBHOOK_SECRET}x`,
      [name]: written,
    };
    expect(() => readConfig(env)).toThrow(`${name}: production refuses`);
    expect(() => readConfig({ ...env, NODE_ENV: 'development' })).not.toThrow(`${name}: production refuses`);
  });

  it('leads whoever was linked to a page of its own address, unless the product has one', () => {
    expect(readConfig(production).PRODUCT_CONSOLE_URL).toBe('https://desk.example.com/organizations');
    const own = { PRODUCT_CONSOLE_URL: 'https://console.example.com/start' };
    expect(readConfig({ ...production, ...own })).toMatchObject(own);
  });

  it('does not start without being told anything', () => {
    const start = () => readConfig({ NODE_ENV: 'production' });
    for (const name of ['PUBLIC_URL', 'SESSION_SECRET', 'MARKETPLACE_EVENT_SECRET'])
      expect(start).toThrow(name);
  });
});
