import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { keysOf } from '../../../shared/models/deal-record.ts';
import { dealWords } from '../../../shared/search/deal-words.ts';
import { askedFor } from '../../../shared/search/words.ts';
import { dealOf, type Known, wholeDeal } from './deal-of.ts';

const rows: { deal: Known; finds: string[] }[] = JSON.parse(
  readFileSync(new URL('search.json', import.meta.url), 'utf8'),
);
const wordsOf = (deal: Deal) => dealWords(deal, keysOf(deal));

/** As MongoDB does it by its index; that it does is in the tests of the list. */
function finds(deal: Deal, typed: string): boolean {
  const words = wordsOf(deal);
  const { every, any } = askedFor(typed);
  const all = every.length > 0 && every.every(asked => words.some(word => word.startsWith(asked)));
  return all || any.some(asked => words.includes(asked));
}

const siblings: [Known, ...string[]][] = [
  [{ company: '㈱青空商事' }, '株式会社青空商事', '(株) 青空商事', '商事', '空商', '株式会社'],
  [{ company: '株式会社青空商事' }, '株)青空商事', '青空商事 御中', '青空商事様', '青空商事御中'],
  [{ company: '学校法人 早稲田大学' }, '(学)早稲田大学', '早稲田'],
  [{ company: 'ヴァイオリン株式会社' }, 'バイオリン', 'ｳﾞｧｲｵﾘﾝ', 'ヴアイオリン'],
  [{ company: 'ヱビス' }, 'エビス', 'えびす'],
  [{ company: '有限会社齋藤工業' }, '斉藤工業', '斎藤', '齊藤'],
  [{ company: 'Ørsted A/S' }, 'orsted', 'ØRSTED'],
  [{ company: 'Łódź Sp. z o.o.' }, 'lodz', 'Łódź'],
  [{ contact: '佐藤 花子' }, '佐藤様', '佐藤花子さん', '佐藤さん'],
  [{ contact: 'Noah Patel' }, 'Mr. Patel', 'Dr Noah Patel'],
  [{ company: 'アオゾラ有限会社' }, 'あおぞら', 'ｱｵｿﾞﾗ', 'アオゾラ㈲', '有限会社 アオゾラ'],
  [
    { company: 'キヤノンマーケティング' },
    'キャノン',
    'マーケティング',
    'マ－ケティング',
    'マーケ',
    'きゃのん',
  ],
  [{ company: 'ノア・パテル商会' }, 'パテル', 'ノアパテル', 'ノア パテル'],
  [{ company: 'Müller & Söhne GmbH' }, 'muller', 'MÜLLER', 'sohne', 'Müller Sohne', 'Muller GmbH', 'gmbh'],
  [
    { company: 'Example Trading Co., Ltd.' },
    'example trading',
    'Example Trading Co.,Ltd.',
    'Trading Ltd',
    'EXAMPLE Inc',
  ],
  [{ company: 'Coca-Cola Bottlers' }, 'coca-cola', 'cocacola', 'coca cola', 'cola bot'],
  [{ company: 'AT&T (Japan)' }, 'AT&T', 'att', 'japan'],
  [{ company: 'A/B Testing 24/7' }, 'A/B Testing', '24/7'],
  [{ contact: '髙橋 はなこ' }, '高橋', '髙橋', 'ハナコ'],
  [{ contact: 'Zoë O’Neill' }, "O'Neill", 'zoe oneill', 'Neill'],
  [{ signer: '田中 一郎' }, '田中', '田中　一郎', '田中一郎', '中一', '一郎 田中', '郎'],
  [{ organization: '合同会社みなと商店' }, 'ミナト', 'みなと商店', '(同)みなと', '商店'],
  [
    { email: 'Noah.Patel+aws@mail.harbor-lights.example' },
    'noah.patel+aws@mail.harbor-lights.example',
    'mailto:Noah.Patel+aws@mail.harbor-lights.example',
    'Noah Patel+aws',
    'harbor-lights.example',
    'https://www.harbor-lights.example/contact',
    'patel',
  ],
  [
    { awsAccount: '672434776707' },
    '６７２４－３４７７－６７０７',
    '6724‐3477‐6707',
    '6724 3477',
    '6724-3477-67',
    'Account ID: 6724-3477-6707',
    'アカウントID：672434776707',
    'AWS 6724-3477-6707 です',
    'my account is 672434776707, thanks',
    'https://672434776707.signin.aws.amazon.com/console',
    'arn:aws:iam::672434776707:root',
    '  672434776707\u200b ',
  ],
];

describe('the search for a deal', () => {
  it.each(rows.flatMap(({ deal, finds: all }) => all.map(typed => [deal, typed] as const)))(
    'finds %j by %s',
    (known, typed) => expect(finds(dealOf(known), typed)).toBe(true),
  );

  it.each(siblings.flatMap(([known, ...all]) => all.map(typed => [known, typed] as const)))(
    'and its sibling: %j by %s',
    (known, typed) => expect(finds(dealOf(known), typed)).toBe(true),
  );

  it.each([
    'https://aws.amazon.com/marketplace/procurement?productId=prod-1&offerId=offer-one',
    'https://aws.amazon.com/marketplace/management/offers/offer-one',
    'https://us-east-1.console.aws.amazon.com/marketplace/home?region=us-east-1#/agreements/agmt-4k2p9x7m',
    'https%3A%2F%2Faws.amazon.com%2Fmarketplace%2Fprocurement%3FofferId%3Doffer-one',
    'arn:aws:aws-marketplace:us-east-1:123456789012:AWSMarketplace/Offer/offer-one',
    'arn:aws:license-manager::294406891311:license:l-0123456789abcdef0123456789abcdef',
    'aws:license-manager:us-east-1:294406891311:license:l-0123456789abcdef0123456789abcdef',
    'l-0123456789abcdef0123456789abcdef',
    'offerId=offer-one',
    'Offer ID: offer-one',
    'オファーoffer-one の件',
    'Hello, we cannot open offer-one any more',
    'OFFER-ONE',
    '4k2p9x7m',
    '0123456789abcdef0123456789abcdef',
    'agmt-4k2p',
    'https://desk.example/desk/deals/k3v9q0t2xw',
    `https://desk.example/offers/k3v9q0t2xw.7.A-_xA-_xA-_x.${'A-_x'.repeat(10)}abc`,
    'https://desk.example/organizations/7c9e6679-7425-40de-944b-e07fc1f90ae7/billing',
    '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  ])('finds a deal that is named in %s', typed => expect(finds(wholeDeal(), typed)).toBe(true));

  it('finds by every id that the deal has', () => {
    for (const key of keysOf(wholeDeal())) expect([key, finds(wholeDeal(), key)]).toEqual([key, true]);
  });

  it.each([
    '\0',
    ' ',
    '!!!',
    '%00',
    '…',
    '"\'`$^.*',
    'nobody',
    '青空 赤',
    '空青',
    '6724-3477-6708',
    'https://aws.amazon.com/marketplace/procurement?productId=prod-1&offerId=offer-two',
    'https://aws.amazon.com/marketplace',
    'arn:aws:license-manager::294406891311:license:l-ffffffffffffffffffffffffffffffff',
  ])('does not find what nobody means by %j', typed => {
    const other = dealOf({ company: '株式会社青空商事', contact: 'Noah Patel', awsAccount: '672434776707' });
    expect([finds(other, typed), finds(wholeDeal(), typed)]).toEqual([false, false]);
  });

  it('asks for little, however much is pasted', () => {
    for (const typed of ['青'.repeat(2000), 'a '.repeat(1000), 'https://a/'.padEnd(2000, '/1-')]) {
      const { every, any } = askedFor(typed);
      expect([every.length <= 8, any.length <= 40]).toEqual([true, true]);
      for (const word of [...every, ...any]) expect([...word].length).toBeLessThanOrEqual(40);
    }
  });

  it('has words of letters and digits alone, few for a deal that is sold, and bounded for the longest name', () => {
    const all = wordsOf(wholeDeal());
    for (const word of all) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
    expect(all.length).toBeLessThanOrEqual(50);
    const long = wordsOf(dealOf({ company: '青'.repeat(150), organization: '空'.repeat(300) }));
    expect(JSON.stringify(long).length).toBeLessThan(20_000);
  });
});
