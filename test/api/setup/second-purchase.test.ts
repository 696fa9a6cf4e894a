import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deal } from '../../../deal/deal.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { accept, arrive, offeredDeal } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { startWebhookReceiver, webhookSecret } from '../../support/outside/webhook-receiver.ts';
import { dealWhich, mailsTo, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { customer, signedIn, submit, type Visitor } from '../accounts/customers.ts';
import { accessibilityProblems } from '../ui/accessibility.ts';

const { accounts: words, setup, deal: dealWords } = messagesIn('en');

/** Somebody who has an organization, and his browser. */
async function customerWithOrganization(product: Product) {
  const owner = await customer(product);
  const wanted = { name: 'Aozora Trading', ownerId: owner.userId, idempotencyKey: randomUUID() };
  const { organizationId } = await product.deps.accounts.createOrganization(wanted);
  return { owner, organizationId, who: await signedIn(product, owner) };
}

/** A purchase whose buyer has come from AWS, up to the choice of the organization. */
async function arrivedDeal(product: Product, email: string): Promise<{ dealId: string; choosing: string }> {
  const { dealId } = await offeredDeal(product);
  const agreement = accept(product, await reaches(product, dealId, 'offered'));
  await dealWhich(product, dealId, each => each.license && each.accepted);
  await arrive(product, agreement.id);
  const { registration } = await reaches(product, dealId, 'settingUp');
  const _id = registration?.setupSessionId ?? '';
  await product.db.setupSessions.updateOne({ _id }, { $addToSet: { handedTo: email } });
  return { dealId, choosing: `/setup/${_id}/organization` };
}

const choose = (who: Visitor, choosing: string, organization: string) =>
  submit(who, choosing, { organization, newName: '' });

describe('a second purchase of one customer', () => {
  let product: Product;
  let vendor: Awaited<ReturnType<typeof startWebhookReceiver>>;
  beforeAll(async () => {
    vendor = await startWebhookReceiver();
    product = await startProduct({ PRODUCT_WEBHOOK_URL: vendor.url, PRODUCT_WEBHOOK_SECRET: webhookSecret });
  });
  afterAll(async () => {
    await product?.stop();
    vendor?.stop();
  });

  it('can be linked to the same organization; its page and the product tell both apart, and one ends without the other', async () => {
    const { owner, organizationId, who } = await customerWithOrganization(product);
    const deals: Deal[] = [];
    for (const _purchase of [1, 2]) {
      const { dealId, choosing } = await arrivedDeal(product, owner.email);
      const { html } = await who.get(choosing);
      expect(html.includes(setup.organization.billed)).toBe(deals.length === 1);
      expect(await choose(who, choosing, organizationId)).toMatchObject({ status: 303 });
      deals.push(await reaches(product, dealId, 'active'));
    }
    const [first, second] = deals.map(deal => ({
      dealId: deal.dealId,
      id: deal.agreement?.agreementId ?? '',
    }));
    const messages = [first, second].map(deal => vendor.of(deal?.dealId ?? '').at(-1)?.body);
    expect(messages).toMatchObject(
      [first, second].map(deal => ({
        type: 'organization.linked',
        data: {
          organizationId,
          dealId: deal?.dealId,
          agreementId: deal?.id,
          licenseArn: expect.stringContaining('license'),
          awsAccountId: '111122223333',
        },
      })),
    );
    const billing = `/organizations/${organizationId}/billing`;
    const both = (await who.get(billing)).html;
    for (const text of [first?.dealId, first?.id, second?.dealId, second?.id, '$12,000.00'])
      expect(both).toContain(text);
    expect(both).not.toContain('<details');
    expect(accessibilityProblems(both)).toEqual([]);

    product.emulator.endAgreement(first?.id ?? '', 'CANCELLED');
    await reaches(product, first?.dealId ?? '', 'ended');
    const after = await eventually(async () => {
      const { html } = await who.get(billing);
      return html.includes('<details') ? html : undefined;
    });
    const [present = '', ended = ''] = after.split('<details');
    expect([present.includes(second?.id ?? ''), present.includes(first?.id ?? '')]).toEqual([true, false]);
    expect(ended).toContain(first?.id);
    expect(present).toContain(words.billing.through);
    await eventually(() => vendor.of(first?.dealId ?? '').at(-1)?.body.type === 'organization.unlinked');
    expect(vendor.of(second?.dealId ?? '').map(({ body }) => body.type)).toEqual(['organization.linked']);
    const mail = await eventually(async () =>
      (await mailsTo(product, owner.email)).find(({ text }) =>
        /other agreements/.test(text.replace(/\s+/g, ' ')),
      ),
    );
    expect(mail.text).toContain(first?.id);
  });

  it('whose link support has ended is chosen for anew on the set-up page, and nobody is chased for it', async () => {
    const { owner, organizationId, who } = await customerWithOrganization(product);
    const { dealId, choosing } = await arrivedDeal(product, owner.email);
    await choose(who, choosing, organizationId);
    await reaches(product, dealId, 'active');
    await staffAt(product, 'support').step(dealId, 'end-link', { reason: 'Chosen by mistake.' });
    await dealWhich(product, dealId, ({ link, endingLinks }) => !link && endingLinks.length === 0);
    const start = choosing.replace(/\/organization$/, '');
    await eventually(async () => (await who.get(start)).location === choosing);
    const { html } = await who.get(choosing);
    expect(html).toContain(setup.organization.unlinked('Aozora Trading'));
    expect(accessibilityProblems(html)).toEqual([]);
    const told = await eventually(async () =>
      (await mailsTo(product, owner.email)).find(({ text }) => text.includes('Chosen by mistake.')),
    );
    expect(told.text).toContain(start);
    expect(await choose(who, choosing, organizationId)).toMatchObject({ status: 303 });
    await reaches(product, dealId, 'active');
    expect(vendor.of(dealId).map(({ body }) => body.type)).toEqual([
      'organization.linked',
      'organization.unlinked',
      'organization.linked',
    ]);
    expect(new Set(vendor.of(dealId).map(({ id }) => id)).size).toBe(3);
  });
});

describe('where a vendor allows one agreement at a time', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ AGREEMENTS_PER_ORGANIZATION: 'one' });
  });
  afterAll(() => product?.stop());

  it('the organization says so, who can cure it, and support really can', async () => {
    const { owner, organizationId, who } = await customerWithOrganization(product);
    const first = await arrivedDeal(product, owner.email);
    await choose(who, first.choosing, organizationId);
    await reaches(product, first.dealId, 'active');
    const second = await arrivedDeal(product, owner.email);
    expect((await who.get(second.choosing)).html).toContain(words.obstacles.linkedElsewhere);
    expect((await choose(who, second.choosing, organizationId)).status).toBe(422);
    const support = staffAt(product, 'support');
    const move = { organizationId, reason: 'The first one was bought by mistake.' };
    expect((await support.step(second.dealId, 'move-link', move)).body).toMatchObject({
      status: 422,
      errors: [{ detail: dealWords.fields.linkedElsewhere('') }],
    });
    await support.step(first.dealId, 'end-link', { reason: move.reason });
    await dealWhich(product, first.dealId, ({ endingLinks, link }) => !link && endingLinks.length === 0);
    expect((await support.step(second.dealId, 'move-link', move)).status).toBe(200);
    await reaches(product, second.dealId, 'active');
    const present = await product.db.billingLinks.find({ organizationId, active: true }).lean();
    expect(present.map(({ dealId }) => dealId)).toEqual([second.dealId]);
  });
});
