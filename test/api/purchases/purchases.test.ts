import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../api/desk/deal/view.ts';
import { openingUrl, openingUrlOf } from '../../../api/desk/opening/view.ts';
import { dealOfPurchase } from '../../../api/service/purchases/open-purchase.ts';
import { deadlines } from '../../../deal/reminders/plan.ts';
import { buyersReminded } from '../../../deal/reminders/readers.ts';
import { accept, activate, arrive, choose, offeredDeal, settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { startWebhookReceiver, webhookSecret } from '../../support/outside/webhook-receiver.ts';
import { call, dealWhich, reaches } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { buyerAccount } from '../../support/samples.ts';
import { signedIn } from '../desk/at-the-desk.ts';
import { letWait, purchaseElsewhere, sendEvent } from '../desk/events/unmatched.ts';
import { accessibilityProblems } from '../ui/accessibility.ts';

describe('a purchase that no deal knows', () => {
  let product: Product;
  let vendor: Awaited<ReturnType<typeof startWebhookReceiver>>;
  beforeAll(async () => {
    vendor = await startWebhookReceiver();
    product = await startProduct({
      RECONCILE_SECONDS: 86_400,
      PRODUCT_WEBHOOK_URL: vendor.url,
      PRODUCT_WEBHOOK_SECRET: webhookSecret,
    });
  });
  afterAll(async () => {
    await product?.stop();
    vendor?.stop();
  });

  const customer = { company: 'Kumo Works', name: 'Mei Kato', email: 'mei@kumo.example' };
  const open = (agreementId: string, more: object = {}, role: keyof typeof tokens = 'sales') =>
    call(`${product.url}/api/purchases`, {
      token: tokens[role],
      body: { ...customer, agreementId, ...more },
    });
  /** All deals that have an agreement. */
  const dealsWith = (keys: string) => product.db.deals.find({ keys }, { _id: 1 }).lean();

  it('becomes one deal from accepted on, whoever asks and how often, and goes all the way', async () => {
    const { agreementId, license } = await purchaseElsewhere(product);
    const answers = await Promise.all([open(agreementId), open(agreementId, { remind: false }, 'support')]);
    const [dealId] = answers.map(({ body }) => body.dealId);
    for (const { status, body } of [...answers, await open(agreementId)])
      expect([[201, 202].includes(status), body.dealId]).toEqual([true, dealId]);
    const deal = await dealWhich(product, dealId, each => each.accepted, { what: 'what AWS tells of it' });
    expect([deal.stage, deal.inquiry.company, deal.openedBy?.agreementId]).toEqual([
      'accepted',
      customer.company,
      agreementId,
    ]);
    expect(deal.terms[0]?.terms).toMatchObject({
      productTitle: 'Example Cloud',
      buyerAwsAccountIds: [buyerAccount],
    });
    expect(deal.stuck).toEqual([]);
    // What AWS has told before waits for it no longer, and the buyer can set up.
    await sendEvent(product, license);
    await dealWhich(product, dealId, each => each.license, { what: 'its license' });
    await arrive(product, agreementId);
    await reaches(product, dealId, 'settingUp');
    await choose(product, dealId);
    await reaches(product, dealId, 'active');
    await settled(product, dealId);
    expect(await product.db.outbox.countDocuments({ dealId, template: 'confirmation', state: 'sent' })).toBe(
      2,
    );
    expect(await dealsWith(agreementId)).toHaveLength(1);
    expect(vendor.of(dealId).map(({ body }) => [body.type, body.data.agreementId])).toEqual([
      ['organization.linked', agreementId],
    ]);
  });

  it('has its end told to the buyer and to the product, as every purchase', async () => {
    const { agreementId, license } = await purchaseElsewhere(product);
    const email = 'sora@kumo.example';
    const { dealId } = (await open(agreementId, { email })).body;
    await sendEvent(product, license);
    await dealWhich(product, dealId, each => each.license && each.accepted);
    await arrive(product, agreementId);
    await reaches(product, dealId, 'settingUp');
    await choose(product, dealId);
    await reaches(product, dealId, 'active');
    product.emulator.endAgreement(agreementId, 'CANCELLED');
    await reaches(product, dealId, 'ended');
    await settled(product, dealId);
    const mails = await product.db.outbox.find({ dealId, template: 'accessEnded', state: 'sent' }).lean();
    expect(mails.map(({ to }) => to.email)).toContain(email);
    // The product is told beside the mails, and not before them.
    const told = await eventually(() => (vendor.of(dealId).length > 1 ? vendor.of(dealId) : undefined));
    expect(told.map(({ body }) => body.type)).toEqual(['organization.linked', 'organization.unlinked']);
  });

  it('has its buyer reminded of the set-up, unless his account is in use already', async () => {
    const email = 'rin@kumo.example';
    for (const remind of [true, false]) {
      const { agreementId } = await purchaseElsewhere(product);
      const { dealId } = (await open(agreementId, { remind, email })).body;
      const deal = await dealWhich(product, dealId, each => each.accepted);
      expect(deadlines(deal).some(({ kind }) => kind === 'chaseSetUp')).toBe(remind);
      const reminded = buyersReminded(deal, 'chaseSetUp').map(person => person.email);
      expect([remind, reminded]).toEqual([remind, remind ? [email] : []]);
    }
  });

  it('stays with the deal that has it, and is not opened for whom AWS does not show it', async () => {
    const deal = await offeredDeal(product);
    const { id } = accept(product, deal);
    await dealWhich(product, deal.dealId, each => each.agreement?.agreementId === id);
    const taken = await open(id);
    expect([taken.status, taken.body.detail]).toEqual([409, expect.stringContaining(deal.dealId)]);
    expect((await open('agmt-nobodyhasthis000000')).status).toBe(404);
    expect((await open(id, {}, 'approver')).status).toBe(403);
    const wrong = await open(id, { company: '', email: 'x', owner: 'nobody@example.com' });
    expect([
      wrong.status,
      wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted(),
    ]).toEqual([422, ['/company', '/email', '/owner']]);
    expect(await dealsWith(id)).toHaveLength(1);
  });

  it('under the offer of a deal that is over is opened with what was agreed there', async () => {
    const other = '222233334444';
    product.emulator.addAccount({ id: other, name: 'Division B' });
    const first = await activate(
      product,
      await offeredDeal(product, { buyerAwsAccountIds: [buyerAccount, other] }),
    );
    product.emulator.endAgreement(first.agreement?.agreementId ?? '', 'CANCELLED');
    await reaches(product, first.dealId, 'ended');
    await settled(product, first.dealId);
    const { id } = product.emulator.accept({ offerId: first.offers[0]?.offerId ?? '', accountId: other });
    const { body } = await open(id);
    const deal = await dealWhich(product, body.dealId, each => each.accepted);
    expect([deal.openedBy?.dealId, deal.terms, deal.inquiry.company]).toEqual([
      first.dealId,
      first.terms,
      customer.company,
    ]);
    await dealWhich(product, body.dealId, each => each.license);
  });

  it('can be opened at the desk: what AWS knows, what is known of the customer, and what was typed stays', async () => {
    const support = await signedIn(product, 'support');
    const { agreementId, agreement } = await purchaseElsewhere(product);
    await sendEvent(product, agreement);
    const url = openingUrlOf(agreementId);
    expect((await support.get(url)).html).toContain('Still being matched');
    expect((await support.get('/desk/events')).html).toContain('still being matched with the deals');
    await letWait(product);
    const page = await support.get(url);
    expect(page.html).toContain('Example Cloud');
    expect(accessibilityProblems(page.html)).toEqual([]);
    const typed = {
      agreement: agreementId,
      ...customer,
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      owner: 'sales@example.com',
    };
    const wrong = await support.press(url, openingUrl, { ...typed, email: 'nobody' });
    expect([wrong.status, wrong.html.includes('value="Kumo Works"')]).toEqual([422, true]);
    const done = await support.press(url, openingUrl, typed);
    const dealId = dealOfPurchase(agreementId);
    expect([done.status, done.location]).toEqual([303, dealUrl(dealId)]);
    const deal = await dealWhich(product, dealId, each => each.agreement);
    expect([deal.owner, deal.inquiry.contact.language, deal.remindersStopped]).toEqual([
      'sales@example.com',
      'ja',
      [customer.email],
    ]);
    expect((await support.get(url)).html).toContain('A deal has this agreement');
    expect((await support.get(openingUrlOf('agmt-nobodyhasthis000000'))).html).toContain('AWS does not know');
  });
});
