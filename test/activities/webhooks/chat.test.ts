import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { agreeOn, inquire, settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { asksFor, reactions, startWebhookReceiver } from '../../support/outside/webhook-receiver.ts';
import { dealWhich, mailsTo, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { setDeskValue } from '../../support/staff.ts';

describe('the chat of the vendor’s team', () => {
  let product: Product;
  let chat: Awaited<ReturnType<typeof startWebhookReceiver>>;
  let topics: Product['config']['chat']['topics'];

  beforeAll(async () => {
    chat = await startWebhookReceiver({ signed: false });
    product = await startProduct({ STAFF_CHAT_URL: chat.url });
    ({ topics } = product.config.chat);
  });
  afterEach(async () => {
    chat.reactWith(() => reactions.takes);
    await setDeskValue(product, 'chat', { topics });
  });
  afterAll(async () => {
    await product?.stop();
    chat?.stop();
  });

  const rowsOf = (dealId: string) => product.db.outbox.find({ dealId, channel: 'chat' }).lean();
  const posted = (dealId: string) => chat.heard.filter(each => each.body.text?.includes(dealId));
  /** A deal with nothing left to be mailed. */
  async function mailedDeal(company = 'Aozora Trading'): Promise<string> {
    const dealId = await inquire(product, { company });
    await dealWhich(product, dealId, deal => deal.seq > 1 && deal.mails.length === 0);
    return dealId;
  }
  const chatRow = (dealId: string, state: string) =>
    eventually(async () => (await rowsOf(dealId)).find(row => row.state === state), {
      what: `chat ${state}`,
    });

  it('is told once what staff are told by mail: subject, deal, link', async () => {
    const dealId = await mailedDeal();
    await chatRow(dealId, 'sent');
    const [notice, ...others] = posted(dealId);
    expect(others).toEqual([]);
    const mails = await mailsTo(product, 'sales@example.com');
    const mail = mails.find(each => each.text.includes(dealId));
    expect(notice?.body).toEqual({
      text: [mail?.subject, 'Aozora Trading – Inquiry', `${product.url}/desk/deals/${dealId}`].join('\n'),
    });
  });

  it('leads to where an approver signs in, and nobody decides by what stands there', async () => {
    const dealId = await inquire(product, { company: 'Room Of Many' });
    await agreeOn(product, dealId, { durationMonths: 48 });
    const row = await eventually(async () =>
      (await rowsOf(dealId)).find(
        each => each.template === 'approvalRequested' && each.state === 'sent' && each.text,
      ),
    );
    expect(row.text).toContain(`${product.url}/desk/approvals?deal=${dealId}`);
    const all = JSON.stringify([posted(dealId), await rowsOf(dealId)]);
    expect(all).not.toContain(`${product.url}/approvals/`);
  });

  it('hears nothing of mails to buyers', async () => {
    const dealId = await mailedDeal();
    await agreeOn(product, dealId);
    await eventually(() => product.db.outbox.exists({ dealId, template: 'offer', state: 'sent' }));
    // The chat is told after the mails.
    await settled(product, dealId);
    const rows = await rowsOf(dealId);
    expect(rows.every(row => row.request?.reader.to !== 'person')).toBe(true);
    expect(rows.map(row => row.template)).not.toContain('offer');
    expect(rows.map(row => row.template)).not.toContain('inquiryReceived');
  });

  it('hears nothing of what admins have not chosen for it', async () => {
    await setDeskValue(product, 'chat', { topics: topics.filter(topic => topic !== 'inquiries') });
    const dealId = await mailedDeal('Unheard Of');
    await agreeOn(product, dealId, { durationMonths: 48 });
    await eventually(async () =>
      (await rowsOf(dealId)).some(
        ({ template, state }) => template === 'approvalRequested' && state === 'sent',
      ),
    );
    expect((await rowsOf(dealId)).map(({ template }) => template)).not.toContain('inquiryNotice');
  });

  it('calls no channel, whatever a stranger is called', async () => {
    const dealId = await mailedDeal(
      '<!channel> & <https://evil.example|Co> @channel [x](https://evil.example)',
    );
    await chatRow(dealId, 'sent');
    const [notice] = posted(dealId);
    expect(notice?.body.text).toContain('&lt;!channel&gt; &amp; &lt;https://evil.example|Co&gt;');
    expect(notice?.body.text).not.toMatch(/[<>]/);
    expect(notice?.body.text).not.toMatch(/@channel|\]\(/);
  });

  it.each(['breaks', 'throttles', 'drops'] as const)('that %s is told again', async name => {
    let met = 0;
    chat.reactWith(() => (met++ === 0 ? reactions[name] : reactions.takes));
    const dealId = await mailedDeal();
    const row = await chatRow(dealId, 'sent');
    expect(row.attempts).toBe(2);
    expect(posted(dealId)).toHaveLength(2);
  });

  it('that asks for a longer pause is told no sooner', async () => {
    const answers = [asksFor(3)];
    chat.reactWith(() => answers.shift() ?? reactions.takes);
    const dealId = await mailedDeal();
    await chatRow(dealId, 'sent');
    const [first = 0, second = 0] = posted(dealId).map(({ at }) => at);
    expect(second - first).toBeGreaterThanOrEqual(3000);
  });

  it('that refuses for good is in the log as failed, and the deal goes on', async () => {
    chat.reactWith(() => reactions.refuses);
    const dealId = await mailedDeal();
    const row = await chatRow(dealId, 'failed');
    expect(row).toMatchObject({ attempts: 1, lastError: '404' });
    const deal = await dealWhich(product, dealId, each => each.mails.length === 0);
    expect(deal.stuck).toEqual([]);
  });

  it('that does not answer holds up neither the mails nor the deal', async () => {
    chat.reactWith(() => reactions.stalls);
    const dealId = await mailedDeal();
    await eventually(() => posted(dealId).length === 1);
    expect((await rowsOf(dealId)).map(row => row.state)).toEqual(['sending']);
    expect(await product.db.outbox.countDocuments({ dealId, state: 'sent', channel: null })).toBe(2);
    chat.reactWith(() => reactions.takes);
    await chatRow(dealId, 'sent');
  });

  it('hears once of what waited while the worker was away', async () => {
    chat.reactWith(() => reactions.breaks);
    const dealId = await mailedDeal();
    await eventually(() => posted(dealId).length > 0);
    const [row] = await rowsOf(dealId);
    await product.stopWorker();
    chat.reactWith(() => reactions.takes);
    const before = posted(dealId).length;
    await product.startWorker();
    await product.deps.temporal.workflow.getHandle(`mail-${row?.key}`).result();
    expect(posted(dealId)).toHaveLength(before + 1);
    expect(await rowsOf(dealId)).toMatchObject([{ state: 'sent' }]);
  });

  it('hears nothing any more of what has been done meanwhile', async () => {
    const dealId = await mailedDeal();
    await chatRow(dealId, 'sent');
    chat.reactWith(() => reactions.breaks);
    await agreeOn(product, dealId, { durationMonths: 48 });
    const ofApproval = async () => (await rowsOf(dealId)).find(row => row.template === 'approvalRequested');
    await eventually(async () => (await ofApproval())?.lastError === '500');
    const approved = await staffAt(product, 'approver').step(dealId, 'approve-offer', { version: 1 });
    expect(approved.status).toBe(200);
    // It breaks to the end: an attempt that had begun before may still be heard, and must not be taken.
    const row = await eventually(async () => {
      const last = await ofApproval();
      return last?.state === 'skipped' ? last : undefined;
    });
    const heard = posted(dealId).filter(({ body }) => body.text.includes('pproval needed'));
    expect(heard).toHaveLength(row.attempts - 1);
  });

  it('has an address that stands nowhere: only its host is in the log', async () => {
    const dealId = await mailedDeal();
    const row = await chatRow(dealId, 'sent');
    expect(row.to.name).toBe(new URL(chat.url).host);
    expect(JSON.stringify(row)).not.toContain('secret-path');
    const handle = product.deps.temporal.workflow.getHandle(`mail-${row.key}`);
    expect(JSON.stringify(await handle.fetchHistory())).not.toContain('secret-path');
  });
});

it('speaks the language that was set', async () => {
  const chat = await startWebhookReceiver({ signed: false });
  const product = await startProduct({ STAFF_CHAT_URL: chat.url, STAFF_CHAT_LANGUAGE: 'ja' });
  await inquire(product);
  await eventually(() => chat.heard.length === 1);
  expect(chat.heard[0]?.body.text).toMatch(/Aozora Trading – お問い合わせ/);
  await product.stop();
  chat.stop();
});
