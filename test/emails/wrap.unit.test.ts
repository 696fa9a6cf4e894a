import fc from 'fast-check';
import { columns, widthOf, wrap } from '../../emails/layout/wrap.ts';

const withoutSpaces = (text: string) => text.replace(/\s/g, '');
const word = fc.constantFrom(
  'offer',
  'AWS',
  'オファー',
  '承諾',
  'を',
  '。',
  '（',
  '）',
  '12',
  '日',
  'a-b',
  ' ',
  ' ',
);
const sentences = fc.array(word, { maxLength: 120 }).map(words => words.join(''));

test('loses and adds no character but spaces', () => {
  fc.assert(fc.property(sentences, text => expect(withoutSpaces(wrap(text))).toBe(withoutSpaces(text))));
});

test('keeps to the width, counting East Asian characters twice', () => {
  const prose = 'お使いの AWS ユーザーまたはロールに、次のアクションの許可が必要です。'.repeat(5);
  const lines = wrap(`${prose}\n${'Sign in to the AWS console, and open the link again. '.repeat(9)}`).split(
    '\n',
  );
  for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  expect(Math.max(...lines.map(widthOf))).toBeGreaterThan(columns - 16);
});

test('wrapping what is wrapped changes nothing', () => {
  fc.assert(fc.property(sentences, text => expect(wrap(wrap(text))).toBe(wrap(text))));
});

test('leaves an address whole, however long', () => {
  const url = `https://example.com/${'path/'.repeat(40)}`;
  expect(wrap(`Open the deal:\n${url}`)).toBe(`Open the deal:\n${url}`);
  expect(wrap(`License terms of this offer: ${url}`)).toBe(`License terms of this offer:\n${url}`);
});

test('keeps the marks of lists and quotes, and the indent below them', () => {
  const long = 'word '.repeat(30).trim();
  expect(wrap(`1. ${long}`).split('\n')[1]).toMatch(/^ {3}word/);
  expect(wrap(`- ${long}`).split('\n')[1]).toMatch(/^ {2}word/);
  for (const line of wrap(`> ${long}`).split('\n')) expect(line).toMatch(/^> word/);
});

test('begins no Japanese line with a full stop and ends none with an opening bracket', () => {
  for (let length = 30; length < 45; length += 1) {
    const [first = '', second = ''] = wrap(`${'漢'.repeat(length)}。「${'字'.repeat(20)}」`).split('\n');
    expect(second).not.toMatch(/^[。」]/);
    expect(first).not.toMatch(/「$/);
  }
});

test('keeps a Japanese name and its title together', () => {
  const line = wrap(
    `${'承諾のお手続きをお願いしております、'.repeat(2)}高橋 健太 様よりご依頼をいただきました。`,
  );
  expect(line).toContain('高橋 健太 様より');
});

test('keeps a polite prefix with its word', () => {
  for (let length = 30; length < 40; length += 1)
    for (const line of wrap(`${'漢'.repeat(length)}のご契約についてお知らせします。`).split('\n'))
      expect(line).not.toMatch(/[ごお]$/);
});
