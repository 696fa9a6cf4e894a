import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { currencies } from '../../../deal/terms/money.ts';
import { readConfig } from '../../../shared/config.ts';
import { fromHeader } from './from-header.ts';

const refuses = (env: Record<string, string>, ...names: string[]) => {
  for (const name of names) expect(() => readConfig(env)).toThrow(name);
};
const random = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const goodSecret = random.filter(secret => new Set(secret).size > 6);

/** Every secret that lets somebody in, as the environment that has it. */
const doors: Record<string, (secret: string) => Record<string, string>> = {
  MARKETPLACE_EVENT_SECRET: secret => ({ MARKETPLACE_EVENT_SECRET: secret }),
  SESSION_SECRET: secret => ({ SESSION_SECRET: secret }),
  MAIL_BOUNCE_SECRET: secret => ({ MAIL_BOUNCE_SECRET: secret }),
  MAIL_INBOUND_SECRET: secret => ({ MAIL_INBOUND_SECRET: secret }),
  OIDC_CLIENT_SECRET: secret => ({
    OIDC_ISSUER: 'https://login.example.com',
    OIDC_CLIENT_ID: 'offerdesk',
    OIDC_CLIENT_SECRET: secret,
  }),
  'the token of crm': secret => ({ API_TOKENS: `crm:sales:${secret}` }),
};
const door = fc.constantFrom(...Object.keys(doors));
const through = (name: string, secret: string) => doors[name]?.(secret) ?? {};

describe('secrets', () => {
  const short = fc.stringMatching(/^[a-z0-9]{5,15}$/);
  const repeated = fc
    .tuple(fc.stringMatching(/^[a-z0-9]{1,4}$/), fc.integer({ min: 40, max: 60 }))
    .map(([word, times]) => word.repeat(times));

  const example = fc.constantFrom(
    'please-change-me-to-something-long-0123',
    'replace-this-with-a-random-value-0123',
    'your-session-secret-goes-in-here-0123',
    'changemechangemechangemechangeme',
    '0123456789abcdef0123456789abcdef',
    '0123456789abcdefghijklmnopqrstuv',
    'qwertyuiopasdfghjklzxcvbnm1234567',
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1234',
    'secret-secret-secret-secret-secret',
    'correct-horse-password-staple-0123',
    '<32 random characters go in here!>',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template leaves behind.
    '${SESSION_SECRET:-not-given-by-anybody}',
    '{{ .Values.offerdesk.sessionSecret }}',
    'example-of-a-secret-for-the-session',
    '秘密の合言葉はここに書いてあるので誰にも見せないでくださいね',
    'f2Rk9vQz0nLw7TgY\n3mXc5bHs8jPd1aUe',
  );

  it('that can be guessed stop the process, which never shows them', () => {
    fc.assert(
      fc.property(door, fc.oneof(short, repeated, example), (name, secret) => {
        refuses(through(name, secret), name);
        expect(() => readConfig(through(name, secret))).not.toThrow(secret);
      }),
    );
  });

  it('that end in a line break stop the process, but for those of a list, around whose parts there may be any', () => {
    const written = 'f2Rk9vQz0nLw7TgY3mXc5bHs8jPd1aUe\n';
    for (const name of Object.keys(doors).filter(each => each.endsWith('_SECRET')))
      refuses(through(name, written), name);
    expect(readConfig(through('the token of crm', written)).API_TOKENS[0]?.token).toBe(written.trim());
  });

  it('that are empty stop the process where there is a door', () => {
    for (const name of ['MARKETPLACE_EVENT_SECRET', 'SESSION_SECRET', 'the token of crm'])
      for (const nothing of ['', '   '])
        refuses(through(name, nothing), name.split(' ').at(-1) === 'crm' ? 'API_TOKENS' : name);
  });

  it('that open two doors stop the process, with both names', () => {
    const two = fc.tuple(door, door).filter(([one, other]) => one !== other);
    fc.assert(
      fc.property(two, goodSecret, ([one, other], secret) => {
        const env = { ...through(one, secret), ...through(other, secret) };
        refuses(env, one, other);
        refuses(env, 'are the same secret');
      }),
    );
  });

  it('that are random and differ are taken', () => {
    const one = Object.keys(doors).length;
    fc.assert(
      fc.property(fc.uniqueArray(goodSecret, { minLength: one, maxLength: one }), secrets => {
        const env = Object.assign(
          {},
          ...Object.keys(doors).map((name, index) => through(name, secrets[index] ?? '')),
        );
        expect(readConfig(env).API_TOKENS).toEqual([{ name: 'crm', role: 'sales', token: secrets.at(-1) }]);
      }),
    );
  });
});

describe('the public address', () => {
  const host = fc.constantFrom('desk.example.com', 'localhost:3000', '192.0.2.1:8443', '[2001:db8::1]');

  it('is a scheme and a host, and has no slash at its end', () => {
    fc.assert(
      fc.property(
        host,
        fc.constantFrom('http', 'https', 'HTTPS'),
        fc.constantFrom('', '/'),
        (at, scheme, end) => {
          const { PUBLIC_URL } = readConfig({ PUBLIC_URL: `${scheme}://${at}${end}` });
          expect(PUBLIC_URL).toBe(`${scheme.toLowerCase()}://${at}`);
        },
      ),
    );
  });

  it('is nothing else', () => {
    const more = fc.webPath({ size: 'small' }).filter(path => !/^(\/|\/\.+\/?)?$/.test(path));
    const wrong = fc.oneof(
      fc.tuple(host, more).map(([at, path]) => `https://${at}${path}`),
      host.map(at => `https://user:password@${at}`),
      host.map(at => `https://${at}/?a=b`),
      host.map(at => `https://${at}#top`),
      fc.constantFrom(
        '',
        'desk',
        '//desk.example.com',
        'ftp://desk.example.com',
        'javascript:alert(1)',
        'data:text/html,a',
      ),
    );
    fc.assert(fc.property(wrong, PUBLIC_URL => refuses({ PUBLIC_URL }, 'PUBLIC_URL')));
  });
});

describe('a setting', () => {
  it.each([
    ['NODE_ENV', 'Production', 'prod', 'production ', 'staging', ''],
    ['HOST', '', 'http://0.0.0.0', '0.0.0.0:3000', 'a b', '999.1.1.1'],
    ['PUBLIC_URL', 'https://*.example.com', 'https://{host}', 'https://0.0.0.0', 'https://[::]'],
    ['TRUST_PROXY', '0.0.0.0/0', '0.0.0.0/1', '::/1', 'true', '*'],
    ['HEALTH_FROM', '0.0.0.0/1', '10.0.0.0/33'],
    ['TEMPORAL_ADDRESS', '', 'x:', 'x:0', 'x:99999', 'http://x:7233'],
    ['TEMPORAL_NAMESPACE', '', ' ', 'a b'],
    ['TEMPORAL_TASK_QUEUE', '', ' '],
    [
      'MONGODB_URI',
      'mongodb+srv://offerdesk:<db_password>@cluster0.example.mongodb.net/offerdesk',
      'mongodb://u:p@ss@h/d',
      'mongodb://h/',
      'mongodb://h/a b',
    ],
    ['MAIL_FROM', '\u202eX <a@b.example>', 'X\r\nBcc: y@z.example <a@b.example>', 'X\u200b <a@b.example>'],
    ['VENDOR_NAME', '', ' ', 'a\r\nb', '\u202eevil', 'x'.repeat(101)],
    [
      'OFFER_URL_TEMPLATE',
      'https://{offerId}/',
      'https://a.example/#{offerId} x',
      'https://{productId}.a.example/{offerId}',
    ],
    ['TIMELINE_WEBHOOK_RETRY_SECONDS', '1e9', '0x10', '99999999', '5,,5'],
    ['APPROVAL_DISCOUNT_PERCENT', '0x10', '1e1', '20%', '２０'],
    [
      'API_TOKENS',
      'bot:sales:f2Rk9vQz0nLw7TgY3mXc5bHs,bot:approver:q8Wd3hKs6yBn1zRjV4tLp0Xa',
      'bot:sales: f2Rk9vQz0nLw7TgY3mXc5bHs',
    ],
    ['OIDC_GROUPS_CLAIM', '', 'a b'],
  ])('that cannot mean anything is refused by its name: %s', (name, ...all) => {
    for (const written of all) refuses({ [name]: written }, name);
  });

  it.each([
    ['NODE_ENV', 'test'],
    ['HOST', '0.0.0.0', '::', '::1', 'localhost', 'api-1.internal'],
    [
      'PUBLIC_URL',
      'https://例え.jp',
      'http://[::1]:3000',
      'http://10.0.0.7:3000',
      'https://desk_1.example.com',
    ],
    ['TRUST_PROXY', '10.0.0.0/8', 'fc00::/7', '1', '00'],
    [
      'MONGODB_URI',
      'mongodb://a:1,b:2/d?replicaSet=rs0',
      'mongodb+srv://u:p%40ss@c.example.net/d?retryWrites=true&w=majority',
      'mongodb://u:p@[::1]:27017/d',
    ],
    ['VENDOR_NAME', '株式会社 青空商事', 'Example, Inc. (Japan)', 'A'],
    ['OFFER_URL_TEMPLATE', 'http://127.0.0.1:4010/offers?productId={productId}&offerId={offerId}'],
    ['APPROVAL_DISCOUNT_PERCENT', '0', '12.5', '100'],
  ])('that means something is taken: %s', (name, ...all) => {
    for (const written of all) expect(() => readConfig({ [name]: written })).not.toThrow();
  });
});

describe('products', () => {
  const dimension = { key: 'a', label: 'A' };
  const product = { productId: 'prod-1', productCode: 'code1', title: 'Example', dimensions: [dimension] };
  const read = (given: unknown) => readConfig({ MARKETPLACE_PRODUCTS: JSON.stringify(given) }).products;
  const priced = (listPrices: Record<string, unknown>) => [
    { ...product, dimensions: [{ ...dimension, listPrices }] },
  ];

  it('of any other shape stop the process', () => {
    const given = fc.oneof(
      fc.jsonValue(),
      fc.array(
        fc.record({
          productId: fc.jsonValue(),
          productCode: fc.jsonValue(),
          title: fc.jsonValue(),
          dimensions: fc.jsonValue(),
        }),
      ),
    );
    fc.assert(fc.property(given, each => expect(() => read(each)).toThrow('MARKETPLACE_PRODUCTS')));
  });

  it.each([
    { productId: ' ' },
    { productId: 'prod 1' },
    { productId: 'prod-<your id>' },
    { productId: 'p'.repeat(51) },
    { productCode: 'a b' },
    { title: '　' },
    { title: 'Example <b>' },
    { title: 'Example\nCloud' },
    { dimensions: [{ key: ' ', label: 'A' }] },
    { dimensions: [{ key: 'k'.repeat(101), label: 'A' }] },
  ])('that AWS would refuse in every offer stop the process: %j', change => {
    expect(() => read([{ ...product, ...change }])).toThrow(
      /MARKETPLACE_PRODUCTS does not hold: 0\.(?!.*above 0)/,
    );
  });

  it('have list prices that can be read in one way, in a currency of AWS', () => {
    const amount = fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(amount, ([whole, cents]) => {
        const listPrices = {
          ...Object.fromEntries(currencies.map(each => [each, `${whole}.${cents}`])),
          JPY: `${whole}`,
        };
        expect(read(priced(listPrices))).toEqual(priced(listPrices));
      }),
    );
  });

  it.each([
    '12,000.00',
    '12.000,50',
    '12 000',
    '-1',
    '0',
    '0.00',
    '1e3',
    '¥300',
    '',
    12000,
    null,
    { amount: '1' },
  ])('with the list price %p stop the process', price => {
    for (const currency of currencies)
      expect(() => read(priced({ [currency]: price }))).toThrow(`listPrices.${currency}`);
  });

  it('with a price that no currency of AWS can have stop the process', () => {
    expect(() => read(priced({ JPY: '12000.50' }))).toThrow('listPrices.JPY');
    expect(() => read(priced({ usd: '12000.00' }))).toThrow('usd');
    expect(() => read([{ ...product, dimensions: [{ ...dimension, listPrice: '12000.00' }] }])).toThrow(
      /listPrice,.*listPrices/,
    );
  });

  it('that are named twice stop the process', () => {
    expect(() => read([product, { ...product, productId: 'prod-2' }])).toThrow('code1');
    expect(() => read([{ ...product, dimensions: [dimension, dimension] }])).toThrow('names a twice');
  });
});

describe('the sender', () => {
  const letters = fc.string({
    unit: fc.constantFrom(...'aZ9 ,.:;()<>@"\\\'[]&-é株式会社'),
    minLength: 1,
    maxLength: 30,
  });
  const names = letters.filter(
    name => name.trim() === name && !/\s\s/.test(name) && !/[<>]/.test(name) && !/^".*"$/.test(name),
  );

  it('keeps its whole name, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(names, async name => {
        const read = await fromHeader(readConfig({ MAIL_FROM: `${name} <offers@example.com>` }));
        expect({ name: read.name, address: read.address }).toEqual({ name, address: 'offers@example.com' });
      }),
    );
  });

  it('needs one address', () => {
    const wrong = fc.oneof(
      names.filter(name => !name.includes('@')),
      fc.constantFrom(
        'Offerdesk <>',
        'Offerdesk <offers>',
        'a@b',
        '<a@example.com> <b@example.com>',
        'a@example.com, b@example.com',
        '',
      ),
    );
    fc.assert(fc.property(wrong, MAIL_FROM => refuses({ MAIL_FROM }, 'MAIL_FROM')));
  });

  it.each(['offers@example.com', '<offers@example.com>'])('may be an address alone: %s', MAIL_FROM => {
    expect(readConfig({ MAIL_FROM }).MAIL_FROM).toBe('offers@example.com');
  });
});

describe('the mail server', () => {
  it('is refused with a password that is not percent-encoded, without being shown', () => {
    const password = fc.tuple(
      fc.stringMatching(/^[a-z]{6,8}$/),
      fc.constantFrom('#', '/', '?', '%', '%z'),
      fc.stringMatching(/^[a-z]{6,8}$/),
    );
    fc.assert(
      fc.property(password, fc.constantFrom('user', '12345'), ([one, mark, two], user) => {
        const env = { SMTP_URL: `smtp://${user}:${one}${mark}${two}@mail.example.com` };
        refuses(env, 'SMTP_URL', '%23');
        expect(() => readConfig(env)).not.toThrow(one);
        expect(
          readConfig({ SMTP_URL: `smtp://${user}:${one}${encodeURIComponent(mark)}${two}@mail.example.com` }),
        ).toBeDefined();
      }),
    );
  });
});

describe('numbers, words and addresses', () => {
  it.each([
    ['RECONCILE_SECONDS', '0', '-1', '1.5', '', 'soon', '1e9', 'NaN'],
    ['MAIL_PER_SECOND', '0', '', 'many'],
    ['PORT', '-1', '65536', '', 'http'],
    ['APPROVAL_DISCOUNT_PERCENT', '-1', '101', 'NaN', ''],
    ['APPROVAL_DURATION_MONTHS', '-1', '1.5', '600', ''],
    ['OFFERDESK_TIME_SCALE', '0', '-1', '', 'Infinity', 'fast'],
    ['LOG_LEVEL', 'loud', ''],
    ['STAFF_CHAT_LANGUAGE', 'fr', ''],
    ['TRUST_PROXY', 'true', '*', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy', '1.5', '1,'],
    [
      'OFFER_URL_TEMPLATE',
      '',
      '{offerId}',
      'https://a.example/{offer}',
      'https://a.example/{offerId}{x}',
      'javascript:{offerId}',
    ],
    ['MARKETPLACE_MANAGE_URL', '', 'javascript:alert(1)', 'console.aws.amazon.com'],
    ['PRODUCT_CONSOLE_URL', 'javascript:alert(1)', '/organizations'],
    ['MARKETPLACE_QUEUE_URL', 'arn:aws:sqs:us-east-1:111122223333:q'],
    ['MARKETPLACE_SNS_TOPICS', 'topic', 'arn:aws:sqs:us-east-1:111122223333:q'],
    ['MAIL_BOUNCE_SNS_TOPICS', 'topic'],
    ['MAIL_INBOUND_SNS_TOPICS', 'topic'],
    ['SUPPORT_EMAIL', '', 'support', 'Support <support@example.com>'],
    ['MONGODB_URI', '', 'localhost:27017', 'mongodb://host', 'mongodb://u:p/w@host/offerdesk'],
    ['TEMPORAL_ADDRESS', '', 'https://temporal.example.com', 'temporal:seven'],
  ])('%s that cannot be meant stops the process', (name, ...written) => {
    for (const each of written) refuses({ [name]: each }, name);
  });

  it('of proxies are a number of them, or their networks', () => {
    expect(readConfig({ TRUST_PROXY: '10.0.0.0/8, 2001:db8::/32,loopback,192.0.2.1' }).TRUST_PROXY).toEqual([
      '10.0.0.0/8',
      '2001:db8::/32',
      'loopback',
      '192.0.2.1',
    ]);
    expect(readConfig({}).TRUST_PROXY).toBe(false);
    expect(readConfig({ PUBLIC_URL: 'https://desk.example.com' }).TRUST_PROXY).toEqual(['loopback']);
  });
});

describe('a provider of sign-ins', () => {
  const whole = {
    OIDC_ISSUER: 'https://login.example.com',
    OIDC_CLIENT_ID: 'offerdesk',
    OIDC_CLIENT_SECRET: 'f2b1c07d93a84e56',
  };

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const)('is none without %s', name => {
    expect(readConfig(whole)).toMatchObject(whole);
    refuses({ ...whole, [name]: '' }, name);
  });

  it('gives the roles that there are, by groups of any name', () => {
    const written = 'Deal makers = sales, cn=it,ou=groups'.replace(',ou', ';ou');
    expect(readConfig({ ...whole, OIDC_ROLES: `${written}=admin` }).OIDC_ROLES).toEqual([
      { group: 'Deal makers', role: 'sales' },
      { group: 'cn=it;ou=groups', role: 'admin' },
    ]);
    for (const wrong of ['it', 'it=root', '=sales', 'it='])
      refuses({ ...whole, OIDC_ROLES: wrong }, 'OIDC_ROLES');
  });
});
