import { describe, expect, test } from '@jest/globals';
import { canonicalEmail, isEmail } from '../../../deal/contract/email.ts';
import { countriesIn, isCountry } from '../../../shared/accounts/countries.ts';
import { passwordProblem } from '../../../shared/accounts/password-rule.ts';

describe('passwordProblem', () => {
  const person = { email: 'hana.sato.tokyo@example.com', accountName: 'Hana Sato of Tokyo' };

  test.each([
    ['short', 'passwordTooShort'],
    ['eleven char', 'passwordTooShort'],
    ['x'.repeat(201), 'passwordTooLong'],
    ['HANA.SATO.TOKYO@example.com', 'passwordIsName'],
    ['hana.sato.tokyo', 'passwordIsName'],
    ['hana sato of tokyo', 'passwordIsName'],
    ['Password1234', 'passwordCommon'],
    ['ａｂｃｄ１２３４５６７８', 'passwordCommon'],
    ['aaaaaaaaaaaaaa', 'passwordCommon'],
    ['qwertyuiop12', 'passwordCommon'],
    ['1qaz2wsx3edc4rfv', 'passwordCommon'],
    ['changeme1234', 'passwordCommon'],
    ['iloveyouforever', 'passwordCommon'],
    ['manchesterunited', 'passwordCommon'],
    ['sunshine1234', 'passwordCommon'],
    ['dragon123456789', 'passwordCommon'],
    ['passwordpassword', 'passwordCommon'],
    ['correcthorsebatterystaple', 'passwordCommon'],
  ])('refuses %s', async (password, problem) => {
    expect(await passwordProblem(password, person)).toBe(problem);
  });

  test('takes twelve characters of any kind', async () => {
    expect(await passwordProblem('青い空と白い雲と緑の山々', person)).toBeUndefined();
    expect(await passwordProblem('four plain w', person)).toBeUndefined();
  });
});

describe('an e-mail address', () => {
  test.each(['a@b.co', 'first.last+tag@sub.example.co.jp', 'hana@xn--r8jz45g.jp'])('may be %s', email => {
    expect(isEmail(email)).toBe(true);
  });

  test.each([
    '',
    'a',
    'a@b',
    '@b.co',
    'a@b.co, c@d.co',
    'Name <a@b.co>',
    'a b@c.de',
    `${'a'.repeat(250)}@b.co`,
  ])('is not %p', email => {
    expect(isEmail(email)).toBe(false);
  });

  test('is one address however it is typed', () => {
    expect(canonicalEmail(' Hana@Example.COM ')).toBe('hana@example.com');
    expect(canonicalEmail('ｈａｎａ＠example.com')).toBe('hana@example.com');
  });
});

describe('countriesIn', () => {
  test('names every country in the reader’s language, the likeliest first', () => {
    expect(countriesIn('ja')[0]).toEqual({ code: 'JP', name: '日本' });
    expect(
      countriesIn('en')
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(['United States', 'Afghanistan']);
    expect(countriesIn('en')).toHaveLength(249);
  });

  test('takes no code that is not a country', () => {
    expect(isCountry('JP')).toBe(true);
    expect(isCountry('ZZ')).toBe(false);
  });
});
