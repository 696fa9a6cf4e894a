import type { Deal } from '../../../deal/deal.ts';
import { remindersPageUrl } from '../../../shared/reminders-link.ts';
import { inquire, offeredDeal, send, settled } from '../../support/deals.ts';
import { pagePath } from '../../support/page-links.ts';
import { dealWhich, reaches } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { hiddenFields, visitor } from './visitor.ts';
import { withoutEngine } from './without-engine.ts';

const signer = 'taro@aozora.example';
const oneClick = { 'List-Unsubscribe': 'One-Click' };

describe('stopping reminders on real servers', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  const linkOf = ({ dealId }: Deal, email = signer) => {
    const secret = product.config.SESSION_SECRET;
    return new URL(remindersPageUrl({ publicUrl: product.url, secret }, { dealId, email })).pathname;
  };
  const entries = ({ dealId }: Deal, type: string) =>
    product.db.timeline.countDocuments({ dealId, 'entry.event.type': type });
  const stoppedIn = ({ dealId }: Deal, emails: string[]) =>
    dealWhich(product, dealId, ({ remindersStopped = [] }) => `${remindersStopped}` === `${emails}`);
  /** As the server of a mailbox posts: no cookie, no page opened before. */
  const mailboxPosts = (path: string, body: URLSearchParams | FormData, url = product.url) =>
    fetch(`${url}${path}`, { method: 'POST', redirect: 'manual', body });

  it('is one click for a mailbox: 200 without cookie, redirect or page, and once however often', async () => {
    const deal = await offeredDeal(product);
    for (const _again of [1, 2, 3]) {
      const answer = await mailboxPosts(linkOf(deal), new URLSearchParams(oneClick));
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    }
    await stoppedIn(deal, [signer]);
    await mailboxPosts(linkOf(deal), new URLSearchParams(oneClick));
    expect(await entries(deal, 'stopReminders')).toBe(1);
    const { entry } = (await product.db.timeline
      .findOne({ dealId: deal.dealId, 'entry.event.type': 'stopReminders' })
      .lean()) ?? { entry: undefined };
    expect(entry?.by).toEqual({ kind: 'buyer', id: signer, name: 'Taro Suzuki' });
  });

  it('takes the click as multipart too, and again after the reminders were resumed', async () => {
    const deal = await offeredDeal(product);
    const form = new FormData();
    form.set('List-Unsubscribe', 'One-Click');
    expect((await mailboxPosts(linkOf(deal), form)).status).toBe(200);
    await stoppedIn(deal, [signer]);
    const by = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] } as const;
    await send(product, deal.dealId, { type: 'resumeReminders', email: signer }, { ...by, roles: ['sales'] });
    await stoppedIn(deal, []);
    expect((await mailboxPosts(linkOf(deal), form)).status).toBe(200);
    await stoppedIn(deal, [signer]);
  });

  it('changes nothing when the link is only opened, as scanners of mails do', async () => {
    const deal = await offeredDeal(product);
    const before = await settled(product, deal.dealId);
    const browser = visitor(() => product.url);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) await fetch(`${product.url}${linkOf(deal)}`, { method });
    const page = await browser.get(linkOf(deal));
    expect(page.status).toBe(200);
    expect(page.html).toContain('Stop reminder mails?');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await dealWhich(product, deal.dealId, Boolean)).seq).toBe(before.seq);
  });

  it('lets a person stop and resume with the page’s button, and leaves the offer open', async () => {
    const deal = await offeredDeal(product);
    const path = linkOf(deal);
    const browser = visitor(() => product.url);
    const first = await browser.get(path);
    const fields = { ...hiddenFields(first.html, path), press: 'stop' };
    const answer = await browser.post(path, fields);
    expect([answer.status, answer.location]).toEqual([303, path]);
    expect((await browser.post(path, fields)).status).toBe(303);
    const stopped = await browser.get(path);
    expect(stopped.html).toContain('Reminder mails are stopped');
    expect(stopped.html).toContain('The offer itself stays open');
    expect(await entries(deal, 'stopReminders')).toBe(1);
    await browser.post(path, { ...hiddenFields(stopped.html, path), press: 'resume' });
    expect((await browser.get(path)).html).toContain('Stop reminder mails?');
    expect((await stoppedIn(deal, [])).stage).toBe('offered');
  });

  it('knows no wrong link, and a right one opens nothing else', async () => {
    const deal = await offeredDeal(product);
    const path = linkOf(deal);
    const browser = visitor(() => product.url);
    const wrong = await browser.get(`${path.slice(0, -3)}xxx`);
    expect(wrong.status).toBe(404);
    expect(wrong.html).not.toContain('Example Cloud');
    const forged = await mailboxPosts(`${path.slice(0, -3)}xxx`, new URLSearchParams(oneClick));
    expect(forged.status).toBe(404);
    expect((await browser.get(path.replace('/reminders/', '/offers/'))).status).toBe(404);
    expect((await mailboxPosts(path, new URLSearchParams({ some: 'thing' }))).status).toBe(400);
    expect(await entries(deal, 'stopReminders')).toBe(0);
  });

  it('takes a link whose address is as long as an address may be', async () => {
    const deal = await offeredDeal(product);
    const longest = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(59)}.example`;
    const answer = await mailboxPosts(linkOf(deal, longest), new URLSearchParams(oneClick));
    expect(answer.status).toBe(200);
    await stoppedIn(deal, [longest]);
  });

  it('speaks the reader’s language', async () => {
    const dealId = await inquire(product, {
      contact: { name: '佐藤 花', email: 'hana@aozora.example', language: 'ja', timeZone: 'Asia/Tokyo' },
    });
    const deal = await dealWhich(product, dealId, Boolean);
    const page = await visitor(() => product.url).get(linkOf(deal, 'hana@aozora.example'));
    expect(page.html).toContain('<html lang="ja">');
    expect(page.html).toContain('リマインドメールを停止しますか');
  });

  it('is friendly once the deal is closed', async () => {
    const deal = await offeredDeal(product);
    const buyer = { kind: 'buyer', id: signer } as const;
    await send(product, deal.dealId, { type: 'declineOffer', reason: 'No budget' }, buyer);
    await reaches(product, deal.dealId, 'declined');
    expect((await mailboxPosts(linkOf(deal), new URLSearchParams(oneClick))).status).toBe(200);
    const page = await visitor(() => product.url).get(linkOf(deal));
    expect(page.html).toContain('No more reminder mails');
    expect(page.html).not.toContain('<form');
  });

  it('asks the mailbox to come back, and keeps the button, while the engine cannot be reached', async () => {
    const deal = await offeredDeal(product);
    const { url, stop } = await withoutEngine(product);
    try {
      const answer = await mailboxPosts(linkOf(deal), new URLSearchParams(oneClick), url);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/\d/);
      const browser = visitor(() => url);
      const path = linkOf(deal);
      const keys = hiddenFields((await browser.get(path)).html, path);
      const page = await browser.post(path, { ...keys, press: 'stop' });
      expect(page.status).toBe(503);
      expect(hiddenFields(page.html, path).nonce).toBe(keys.nonce);
    } finally {
      await stop();
    }
  });

  it('is a choice on the deal page too, for each reader', async () => {
    const deal = await offeredDeal(product);
    const path = pagePath(product, deal);
    const browser = visitor(() => product.url);
    const action = `${path}/stop-reminders`;
    const { html } = await browser.get(path);
    const answer = await browser.post(action, { ...hiddenFields(html, action), role: 'contact' });
    expect(answer.status).toBe(303);
    await stoppedIn(deal, ['hanako@aozora.example']);
    const page = await browser.get(answer.location ?? '');
    expect(page.html).toContain('The reminders are stopped.');
    expect(page.html).toContain('Hanako Sato gets no reminders');
    const resume = `${path}/resume-reminders`;
    await browser.post(resume, hiddenFields(page.html, resume));
    await stoppedIn(deal, []);
  });
});
