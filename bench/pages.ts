import { openDatabase } from '../shared/models/database.ts';
import type { Result, Setting } from './benchmark.ts';
import { startBareRoutes } from './pages/bare-process.ts';
import { fillUp, offeredDeal } from './pages/deals.ts';
import { requestsASecond } from './pages/load.ts';
import { besideList } from './pages/other-pages.ts';
import { growth, p95Of } from './pages/p95.ts';
import { signedIn } from './pages/sign-in.ts';
import { type Product, startProduct } from './product.ts';
import { median, rounded } from './statistics.ts';

type Headers = () => Record<string, string>;
interface Page {
  what: string;
  url: string;
  bare: string;
  headers: Headers;
  /** Of the requests a second of the bare route; none for what is only shown. */
  least?: number;
}

/** Each way to narrow and to sort it, and the board. */
const narrowed = [
  ['of open deals', ''],
  ['of one stage', 'stage=offered'],
  ['of nobody’s deals by worth', 'owner=-&sort=worth'],
  ['of what waits, longest first', 'attention=any&sort=since'],
  ['of what has ended', 'ends=past'],
  ['in Japanese by last day', 'stage=all&language=ja&sort=ends'],
  ['as a board', 'look=board'],
] as const;

/** What every deal has, what many have, what one has, what none has, and a page of AWS. */
const searches = [
  'taro suzuki',
  '青空システムズ',
  '(株)青空商事 900',
  'nobody here',
  'https://aws.amazon.com/marketplace/procurement?productId=prod-1&offerId=offer-bench900',
];

/** Requests a second for what people look at most, beside bare routes; how lists grow with the deals; and every other page beside the list. */
export async function pages({ quick, folder }: Setting): Promise<Result[]> {
  const product = await startProduct(folder);
  const db = await openDatabase(product.mongodbUri);
  const bare = await startBareRoutes({ mongodbUri: product.mongodbUri, folder });
  try {
    const { dealId, offerPage } = await offeredDeal(product, db);
    await fillUp(db, 1000);
    const cookie = await signedIn(product.url);
    const desk = () => ({ ...product.headers(), cookie });
    const results: Result[] = [];
    for (const page of pagesOf({ product, dealId, offerPage, bare: bare.url, desk }))
      results.push(await rate(page, quick ? { rounds: 1, seconds: 2 } : { rounds: 5, seconds: 6 }));
    const lists = [
      { what: 'the desk’s home', url: `${product.url}/desk`, headers: desk },
      ...narrowed.map(([what, query]) => ({
        what: `the desk’s list ${what}`,
        url: `${product.url}/desk/deals?${query}`,
        headers: desk,
      })),
      ...searches.map(q => ({
        what: `a search for ${q}`,
        url: `${product.url}/desk/deals?${new URLSearchParams({ q })}`,
        headers: desk,
      })),
    ];
    const few = await p95Of(lists, quick);
    const many = quick ? 10_000 : 100_000;
    await fillUp(db, many);
    const grown = growth(few, { more: await p95Of(lists, quick), many });
    return [
      ...results,
      ...grown,
      ...(await besideList({ url: product.url, dealId, offerPage, headers: product.headers }, quick)),
    ];
  } finally {
    await bare.stop();
    await db.close();
    await product.stop();
  }
}

function pagesOf(given: {
  product: Product;
  dealId: string;
  offerPage: string;
  bare: string;
  desk: Headers;
}): Page[] {
  const { product, dealId, offerPage, bare, desk } = given;
  const one = `${bare}/deals/${dealId}`;
  const several = `${bare}/deals`;
  const api = { headers: product.headers };
  return [
    { what: 'the buyer’s deal page', url: offerPage, bare: one, ...api, least: 0.6 },
    { what: 'the desk’s deal page', url: `${product.url}/desk/deals/${dealId}`, bare: one, headers: desk },
    { what: 'the desk’s home', url: `${product.url}/desk`, bare: several, headers: desk, least: 0.6 },
    { what: 'the desk’s list', url: `${product.url}/desk/deals`, bare: several, headers: desk, least: 0.6 },
    { what: 'a deal as JSON', url: `${product.url}/api/deals/${dealId}`, bare: one, ...api },
    { what: 'the list as JSON', url: `${product.url}/api/deals`, bare: several, ...api },
  ];
}

async function rate(page: Page, { rounds, seconds }: { rounds: number; seconds: number }): Promise<Result> {
  const { what, url, bare, headers, least } = page;
  const ours: number[] = [];
  const reference: number[] = [];
  // Some thousand requests until the code is as fast as it gets.
  await requestsASecond(bare, { seconds });
  await requestsASecond(url, { seconds: 3 * seconds, headers });
  for (let round = 0; round < rounds; round += 1) {
    reference.push(await requestsASecond(bare, { seconds }));
    ours.push(await requestsASecond(url, { seconds, headers }));
  }
  const ratio = median(ours) / median(reference);
  return {
    what: `${what}, requests a second`,
    ours: rounded(median(ours)),
    reference: `${rounded(median(reference))} bare`,
    budget: `${least === undefined ? 'none' : `≥ ${least} ×`}, is ${ratio.toFixed(2)} ×`,
    ...(least !== undefined && { holds: ratio >= least }),
  };
}
