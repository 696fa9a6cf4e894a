import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { addGauges } from '../../../worker/metrics/gauges.ts';
import { startSweeping } from '../../../worker/sweep/sweep.ts';
import { customer, signedIn as customerSignedIn } from '../../api/accounts/customers.ts';
import { browserAt, signedIn } from '../../api/desk/at-the-desk.ts';
import { accept, activate, arrive, inquire, offeredDeal, settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { pagePath } from '../../support/page-links.ts';
import { call, dealWhich, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { multiply } from './many-deals.ts';
import { profiled } from './profile.ts';

/** Enough for a command that looks at all of them to be found. `MANY_DEALS=100000` shows the same at the size that we promise. */
const many = Number(process.env.MANY_DEALS ?? 2000);
const samples = 4;
/**
 * What looks at more, and may. A search for a word that half of all deals have looks at what it finds, since MongoDB chooses
 * between the index of words and that of moments. The first page of the desk reads all deals with one kind of need, to show those that are due first: no index of MongoDB sorts
 * by what is in a list. It grows with what people have not done, and not with the deals that there are.
 */
const mayLook =
  /^deals query \{"filter":.*("words".*"sort":\{"list.updated"|"row.needs".*"sort":\{"row.needs.due")/;
const patienceMs = many * 10 + 240_000;

describe('among many deals', () => {
  let product: Product;
  let found: Awaited<ReturnType<Awaited<ReturnType<typeof profiled>>>>;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 3600 });
    const active = await activate(product, await offeredDeal(product));
    const offered = await offeredDeal(product);
    const lost = await inquire(product);
    await staffAt(product, 'sales').step(lost, 'close-deal', { reason: 'no budget' });
    await inquire(product);
    for (const dealId of [active.dealId, offered.dealId, lost]) await settled(product, dealId);
    await customer(product);
    await multiply(product.db, Math.ceil(many / samples));
    const read = await profiled(product.db);
    await everything();
    found = await read();
  }, patienceMs);
  afterAll(() => product?.stop());

  /** A purchase from the inquiry to its end, every page that is read, and what workers look for by themselves. */
  async function everything(): Promise<void> {
    const deal = await offeredDeal(product);
    const agreement = accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    await arrive(product, agreement.id);
    await reaches(product, deal.dealId, 'settingUp');
    const active = await activate(product, await offeredDeal(product));
    await settled(product, active.dealId);
    await pagesOfStaff(active.dealId);
    await pagesOfBuyers(deal.dealId);
    await programs(active.dealId);
    await sweepOnce();
    await reconcileOnce();
  }

  async function pagesOfStaff(dealId: string): Promise<void> {
    const colleague = await signedIn(product, 'support');
    const pages = [
      ...['', '/deals', '/deals?stage=active', '/deals?stuck=on', '/deals?owner=nobody%40example.com'],
      ...['/deals?q=aozora', `/deals?q=${dealId}`, '/inquiries/new', '/events', '/events?list=dismissed'],
      ...['/events?list=otherListings', '/mails', '/mails?state=sent', '/mails?q=taro%40aozora.example'],
      ...[`/deals/${dealId}`, '/webhooks', '/stuck', '/stuck?reason=mailBounced'],
    ];
    for (const page of pages)
      expect([page, (await colleague.get(`/desk${page}`)).status]).toEqual([page, 200]);
  }

  async function pagesOfBuyers(dealId: string): Promise<void> {
    const user = await customer(product);
    const visitor = await customerSignedIn(product, user);
    const record = await product.db.deals.findById(dealId).lean();
    for (const path of ['/organizations', `/setup/${record?.deal.registration?.setupSessionId}`])
      await visitor.get(path);
    await browserAt(product).get(pagePath(product, { dealId }));
  }

  async function programs(dealId: string): Promise<void> {
    const sales = staffAt(product, 'sales');
    for (const query of ['', 'stage=offered', 'stuck=true', 'q=suzuki', 'limit=100']) await sales.list(query);
    await sales.timeline(dealId);
    await sales.command(dealId, 'unknown');
    await call(`${product.url}/metrics`);
    await call(`${product.url}/health/ready`);
    const registry = new Registry();
    addGauges(registry, { db: product.db, now: product.deps.now });
    await registry.metrics();
  }

  async function sweepOnce(): Promise<void> {
    const { deps, db, config } = product;
    let rounds = 0;
    const signal = async () => 'gone' as const;
    const onEngineTroubles = () => {
      rounds += 1;
    };
    const log = { warn: () => {}, error: () => {} };
    const sweeping = startSweeping({
      deps: { ...deps, db, config, signal },
      log,
      onEngineTroubles,
      pauseMs: 50,
    });
    await eventually(() => rounds > 0, { what: 'a sweep' });
    await sweeping.stop();
  }

  async function reconcileOnce(): Promise<void> {
    const schedule = product.deps.temporal.schedule.getHandle(`reconcile-${product.name}`);
    const before = (await schedule.describe()).info.numActionsTaken;
    await schedule.trigger();
    await eventually(async () => {
      const { info } = await schedule.describe();
      return info.numActionsTaken > before && info.runningActions.length === 0;
    });
  }

  it('what was asked is most of what the product asks at all', () => {
    expect(found.shapes.length).toBeGreaterThan(80);
  });

  it('no command looks at much more than it gives or changes', () => {
    expect(found.wasteful.filter(each => !mayLook.test(each))).toEqual([]);
  });
});
