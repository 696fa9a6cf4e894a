import { setTimeout as pause } from 'node:timers/promises';
import { stages } from '../../deal/stages.ts';
import type { Database } from '../../shared/models/database.ts';
import { listKeysOf } from '../../shared/models/deal-list.ts';
import { keysOf, recordOf } from '../../shared/models/deal-record.ts';
import { pageUrlFor } from '../../shared/offer-link.ts';
import { dealWords } from '../../shared/search/deal-words.ts';
import { sampleTerms } from '../../test/support/samples.ts';
import { offered } from '../../test/support/story.ts';
import type { Product } from '../product.ts';

const batch = 1000;

const towns = ['青空', '港', '北斗', '若葉', '桜', 'Harbor', 'Summit', 'Cedar', 'Lakeside', 'Orion'];
const trades = [
  '商事',
  '製作所',
  'システムズ',
  '運輸',
  'フーズ',
  ' Works',
  ' Trading',
  ' Foods',
  ' Systems',
  ' Labs',
];

/** Many companies share each part of their names, as they do. */
const companyOf = (number: number) =>
  `${number % 3 === 0 ? '株式会社' : ''}${towns[number % 10]}${trades[Math.floor(number / 10) % 10]} ${number}`;

/** Puts deals into the read model until there are `count`; each has its own id, company, stage and moment. */
export async function fillUp(db: Database, count: number): Promise<void> {
  const sample = offered();
  const record = recordOf(sample);
  for (let next = await db.deals.countDocuments(); next < count; next += batch) {
    const many = Array.from({ length: Math.min(batch, count - next) }, (_, index) => {
      const number = next + index;
      const dealId = `bench${number}`;
      const company = companyOf(number);
      const deal = { ...sample, dealId, inquiry: { ...sample.inquiry, company } };
      const updatedAt = new Date(Date.parse(sample.updatedAt) - number * 60_000);
      const stage = stages[number % stages.length] ?? record.stage;
      const row = { ...record.row, dealId, company, stage };
      return {
        ...record,
        _id: dealId,
        company,
        stage,
        updatedAt,
        keys: [dealId],
        words: dealWords(deal, [...keysOf(deal), `offer-bench${number}`]),
        list: listKeysOf({ ...row, updatedAt: updatedAt.toISOString() }, record.list.language),
        row,
        deal,
      };
    });
    await db.deals.collection.insertMany(
      many as unknown as Parameters<typeof db.deals.collection.insertMany>[0],
    );
  }
}

/** A deal that has gone as far as the offer, with its timeline, and its buyer's page. */
export async function offeredDeal(
  product: Product,
  db: Database,
): Promise<{ dealId: string; offerPage: string }> {
  const { PUBLIC_URL: publicUrl = '', SESSION_SECRET: secret = '' } = product.environment;
  const dealId = await product.inquire();
  await product.post(`/api/deals/${dealId}/propose-terms`, { terms: sampleTerms(Date.now()) });
  await product.post(`/api/deals/${dealId}/mark-negotiation-done`, { version: 1 });
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    const deal = (await db.deals.findById(dealId).lean())?.deal;
    if (deal?.stage === 'offered')
      return { dealId, offerPage: pageUrlFor({ publicUrl, secret }, deal, deal.inquiry.contact.email) };
    await pause(100);
  }
  throw new Error('The deal was not offered in time.');
}
