import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { accept, arrive, choose, offeredDeal } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { startWebhookReceiver, webhookSecret } from '../../../support/outside/webhook-receiver.ts';
import { call, dealWhich, mailsTo, reaches, staffAt } from '../../../support/people.ts';
import { type Product, startProduct, tokens } from '../../../support/product.ts';
import { customer } from '../../accounts/customers.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { type Colleague, signedIn } from '../at-the-desk.ts';

const { links, desk, deal: words } = messagesIn('en');

describe('the link of a purchase, in the hands of support', () => {
  let product: Product;
  let support: Colleague;
  let vendor: Awaited<ReturnType<typeof startWebhookReceiver>>;

  beforeAll(async () => {
    vendor = await startWebhookReceiver();
    product = await startProduct({ PRODUCT_WEBHOOK_URL: vendor.url, PRODUCT_WEBHOOK_SECRET: webhookSecret });
    support = await signedIn(product, 'support');
  });
  afterAll(async () => {
    await product?.stop();
    vendor?.stop();
  });

  async function organizationOf(name: string) {
    const owner = await customer(product);
    const wanted = { name, ownerId: owner.userId, idempotencyKey: randomUUID() };
    return { owner, ...(await product.deps.accounts.createOrganization(wanted)) };
  }

  /** A purchase in its term, linked to an organization of its own. */
  async function linkedDeal(): Promise<{ deal: Deal; organizationId: string }> {
    const { organizationId } = await organizationOf('Aozora Trading');
    const offered = await offeredDeal(product);
    const { id } = accept(product, offered);
    await dealWhich(product, offered.dealId, each => each.license && each.accepted);
    await arrive(product, id);
    await reaches(product, offered.dealId, 'settingUp');
    await choose(product, offered.dealId, organizationId);
    return { deal: await reaches(product, offered.dealId, 'active'), organizationId };
  }

  const page = (deal: Deal, q = '') => `${dealUrl(deal.dealId)}/link?${new URLSearchParams({ q })}`;
  const press = (deal: Deal, fields: Record<string, string>, q = '') =>
    support.press(page(deal, q), `${dealUrl(deal.dealId)}/link`, fields);
  const filled = (organizationId: string) => ({
    'moveLink.organizationId': organizationId,
    'moveLink.reason': 'They chose the wrong one.',
    'moveLink.confirmed': 'yes',
  });
  const told = ({ dealId }: Deal) =>
    vendor.of(dealId).map(({ body }) => `${body.type} ${body.data.organizationId} ${body.data.agreementId}`);
  const present = async (organizationId: string) =>
    (await product.deps.accounts.billingOf(organizationId)).filter(({ endedAt }) => !endedAt);
  const moved = (deal: Deal, organizationId: string) =>
    dealWhich(
      product,
      deal.dealId,
      ({ stage, link }) => stage === 'active' && link?.organizationId === organizationId,
    );

  it('is moved to an organization that support finds by a part of its name: old first, each told once', async () => {
    const { deal, organizationId } = await linkedDeal();
    const next = await organizationOf(`Mori Labs ${randomUUID()}`);
    expect((await support.get(dealUrl(deal.dealId))).html).toContain(links.title.move);
    const found = await support.get(page(deal, next.name.slice(0, 20).toLowerCase()));
    for (const text of [next.name, next.organizationId, next.owner.email, links.effects.old('Aozora')])
      expect(found.html).toContain(text);
    expect(accessibilityProblems(found.html)).toEqual([]);
    const searched = (token: string) =>
      call(`${product.url}/api/deals/${deal.dealId}/organizations?${new URLSearchParams({ q: next.name })}`, {
        token,
      });
    expect((await searched(tokens.support)).body.organizations).toMatchObject([
      { organizationId: next.organizationId, isPresent: false, managers: [expect.stringContaining('@')] },
    ]);
    expect((await searched(tokens.sales)).status).toBe(403);
    const fields = filled(next.organizationId);
    expect((await press(deal, fields, next.name)).status).toBe(303);

    await moved(deal, next.organizationId);
    const agreementId = deal.agreement?.agreementId;
    expect(told(deal)).toEqual([
      `organization.linked ${organizationId} ${agreementId}`,
      `organization.unlinked ${organizationId} ${agreementId}`,
      `organization.linked ${next.organizationId} ${agreementId}`,
    ]);
    expect(await present(organizationId)).toEqual([]);
    expect(await present(next.organizationId)).toMatchObject([{ agreementId, dealId: deal.dealId }]);
    const mails = await eventually(async () => {
      const all = await mailsTo(product, next.owner.email);
      return all.length === 2 ? all : undefined;
    });
    expect(mails.map(({ text }) => text).join('\n')).toContain('They chose the wrong one.');
    for (const { text } of mails) expect(text).toContain(agreementId);
    const timeline = await staffAt(product, 'support').timeline(deal.dealId);
    expect(timeline.find(({ event }) => event.type === 'moveLink')).toMatchObject({
      outcome: 'applied',
      by: { id: 'support@example.com' },
      event: { reason: 'They chose the wrong one.', organizationId: next.organizationId },
    });
  });

  it('is not moved without an organization, a reason and a tick, nor to one that is not there', async () => {
    const { deal } = await linkedDeal();
    const { organizationId, name } = await organizationOf(`Umi ${randomUUID()}`);
    const empty = await press(deal, {}, name);
    expect(empty.status).toBe(422);
    for (const text of [desk.problems.organization, desk.problems.reasonTold, desk.problems.confirmLink])
      expect(empty.html).toContain(text);
    const unticked = await press(deal, { ...filled(organizationId), 'moveLink.confirmed': '' }, name);
    expect(unticked.status).toBe(422);
    expect(unticked.html).toContain('They chose the wrong one.');
    const unknown = await press(deal, filled('org_nowhere'), name);
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain(words.fields.noOrganization(''));
    await product.db.organizations.updateOne({ _id: organizationId }, { unpaidInvoice: true });
    expect((await press(deal, filled(organizationId), name)).html).toContain(words.fields.unpaidInvoice(''));
    const timeline = await staffAt(product, 'support').timeline(deal.dealId);
    expect(timeline.filter(({ event }) => event.type === 'moveLink')).toEqual([]);
  });

  it('is for support alone', async () => {
    const { deal } = await linkedDeal();
    const sales = await signedIn(product, 'sales');
    expect((await sales.get(page(deal))).status).toBe(403);
    expect((await sales.get(dealUrl(deal.dealId))).html).not.toContain(links.title.move);
    const answer = await staffAt(product, 'sales').step(deal.dealId, 'end-link', { reason: 'x' });
    expect(answer.status).toBe(403);
  });

  it('over the API holds to the same rules, and what the organization is called and who manages it is ours to say', async () => {
    const { deal } = await linkedDeal();
    const { organizationId, name, owner } = await organizationOf(`Sora ${randomUUID()}`);
    const program = staffAt(product, 'support');
    const body = { organizationId, reason: 'Asked by phone.' };
    const claims = { ...body, organizationName: 'Evil', user: { email: 'evil@example.com' } };
    expect((await program.step(deal.dealId, 'move-link', claims)).status).toBe(422);
    const nowhere = await program.step(deal.dealId, 'move-link', { ...body, organizationId: 'org_nowhere' });
    expect(nowhere.body).toMatchObject({
      status: 422,
      errors: [{ pointer: '/organizationId', detail: words.fields.noOrganization('') }],
    });
    const key = randomUUID();
    const done = await program.step(deal.dealId, 'move-link', body, key);
    expect(done.body).toMatchObject({
      outcome: 'applied',
      entry: { event: { organizationName: name, user: { email: owner.email }, others: [] } },
    });
    await moved(deal, organizationId);
    await product.db.organizations.updateOne(
      { _id: organizationId },
      { name: 'Renamed', unpaidInvoice: true },
    );
    const again = await program.step(deal.dealId, 'move-link', body, key);
    expect([again.status, again.body.entry]).toEqual([200, done.body.entry]);
    const other = await program.step(deal.dealId, 'move-link', { ...body, reason: 'Other' }, key);
    expect(other.body.type).toBe('urn:offerdesk:problem:commandIdReused');
    const already = await program.step(deal.dealId, 'end-link', {});
    expect(already.status).toBe(422);
  });

  it('is ended with a reason and a tick, told, and linked anew by support', async () => {
    const { deal, organizationId } = await linkedDeal();
    const action = `${dealUrl(deal.dealId)}/end-link`;
    const end = (fields: Record<string, string>) => support.press(dealUrl(deal.dealId), action, fields);
    const unsure = await end({ 'endLink.reason': 'They want to start anew.' });
    expect(unsure.status).toBe(422);
    expect(unsure.html).toContain(desk.problems.confirmLink);
    const ended = await end({ 'endLink.reason': 'They want to start anew.', 'endLink.confirmed': 'yes' });
    expect(ended.status).toBe(303);
    await dealWhich(product, deal.dealId, ({ link, endingLinks }) => !link && endingLinks?.length === 0);
    expect(told(deal).at(-1)).toBe(`organization.unlinked ${organizationId} ${deal.agreement?.agreementId}`);
    expect(await present(organizationId)).toEqual([]);
    const { html } = await support.get(dealUrl(deal.dealId));
    for (const text of [links.endedText, 'They want to start anew.', links.title.anew])
      expect(html).toContain(text);
    expect(accessibilityProblems(html)).toEqual([]);
    expect((await press(deal, filled(organizationId), organizationId)).status).toBe(303);
    await moved(deal, organizationId);
    expect(told(deal)).toHaveLength(3);
    expect(await present(organizationId)).toHaveLength(1);
  });
});
