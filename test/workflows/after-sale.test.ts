import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MarketplaceCatalogClient, StartChangeSetCommand } from '@aws-sdk/client-marketplace-catalog';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Deal } from '../../deal/deal.ts';
import { accept, activate, arrive, choose, offeredDeal } from '../support/deals.ts';
import { eventually } from '../support/eventually.ts';
import { dealWhich, reaches, staffAt } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { dayAfter } from '../support/samples.ts';

const secret = `whsec_${Buffer.from('a secret for the tests only').toString('base64')}`;

describe('after the sale', () => {
  let product: Product;
  const heard: {
    type: string;
    data: { dealId: string; agreementId: string; endsAt?: string; entitlements: unknown[] };
  }[] = [];
  const vendor = createServer(async (request, response) => {
    heard.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
    response.writeHead(204).end();
  });

  beforeAll(async () => {
    vendor.listen(0, '127.0.0.1');
    await once(vendor, 'listening');
    product = await startProduct({
      PRODUCT_WEBHOOK_URL: `http://127.0.0.1:${(vendor.address() as AddressInfo).port}/`,
      PRODUCT_WEBHOOK_SECRET: secret,
    });
  });
  afterAll(async () => {
    await product?.stop();
    vendor.close();
  });

  const active = async () => activate(product, await offeredDeal(product));
  const idOf = (deal: Deal) => deal.agreement?.agreementId ?? '';
  const tellings = ({ dealId }: Deal) =>
    heard.filter(each => each.data.dealId === dealId).map(each => each.type);
  const upToDate = (deal: Deal) => deal.link?.toldRevision === deal.revision;
  const links = ({ dealId }: Deal) => product.db.billingLinks.find({ dealId }).sort({ linkedAt: 1 }).lean();

  it('an amendment reaches the billing page and the product', async () => {
    const deal = await active();
    product.emulator.amendAgreement(idOf(deal), {
      endTime: `${dayAfter(deal.agreement?.endsAt ?? '', 30)}T00:00:00.000Z`,
    });
    const amended = await dealWhich(
      product,
      deal.dealId,
      each => each.agreement?.endsAt !== deal.agreement?.endsAt,
      { what: 'the amendment' },
    );
    await dealWhich(product, deal.dealId, each => each.stuck.length === 0 && upToDate(each), {
      what: 'the new revision',
    });
    expect((await links(deal)).map(link => [link.active, link.endsAt])).toEqual([
      [true, amended.agreement?.endsAt],
    ]);
    expect(tellings(deal)).toEqual(['organization.linked', 'organization.updated']);
  });

  it.each(['CANCELLED', 'EXPIRED', 'TERMINATED'] as const)(
    '%s ends the deal, the link and the access, once',
    async status => {
      const deal = await active();
      product.emulator.endAgreement(idOf(deal), status);
      const ended = await reaches(product, deal.dealId, 'ended');
      expect(ended.closed?.reason).toBe(status);
      await eventually(() => tellings(deal).includes('organization.unlinked'), { what: 'the product told' });
      expect(tellings(deal)).toEqual(['organization.linked', 'organization.unlinked']);
      expect((await links(deal)).map(link => link.active)).toEqual([false]);
    },
  );

  it('a payment that fails after acceptance grants nothing', async () => {
    const deal = await offeredDeal(product);
    product.emulator.settings({ failNextPayments: 1 });
    accept(product, deal);
    const ended = await reaches(product, deal.dealId, 'ended');
    expect(ended.license).toBeUndefined();
    expect(await links(deal)).toEqual([]);
  });

  it('several agreements of one buyer account and product never mix', async () => {
    const deals = [await offeredDeal(product), await offeredDeal(product), await offeredDeal(product)];
    const agreements = deals.map(deal => accept(product, deal));
    await Promise.all(
      deals.map(deal => dealWhich(product, deal.dealId, each => each.license && each.accepted)),
    );
    for (const [index, deal] of [...deals.entries()].reverse()) {
      await arrive(product, agreements[index]?.id ?? '');
      await reaches(product, deal.dealId, 'settingUp');
      await choose(product, deal.dealId);
    }
    const done = await Promise.all(deals.map(deal => reaches(product, deal.dealId, 'active')));
    expect(done.map(idOf)).toEqual(agreements.map(agreement => agreement.id));
    const linked = await product.db.billingLinks
      .find({ dealId: { $in: deals.map(deal => deal.dealId) } })
      .lean();
    expect(new Set(linked.map(link => `${link.dealId} ${link.agreementId}`))).toEqual(
      new Set(done.map(deal => `${deal.dealId} ${idOf(deal)}`)),
    );
  });

  it('an offer that AWS has locked is changed as soon as it is free', async () => {
    const deal = await offeredDeal(product);
    const offerId = deal.offers[0]?.offerId ?? '';
    product.emulator.settings({ changeSetDelay: 3000 });
    const renaming = {
      ChangeType: 'UpdateInformation',
      Entity: { Type: 'Offer@1.0', Identifier: offerId },
      DetailsDocument: { Name: 'Renamed by hand' },
    };
    const client = new MarketplaceCatalogClient({ region: 'us-east-1' });
    await client.send(
      new StartChangeSetCommand({
        Catalog: 'AWSMarketplace',
        ChangeSetName: `by hand ${randomUUID()}`,
        ChangeSet: [renaming],
      }),
    );
    const expiresOn = dayAfter(product.deps.now(), 60);
    const answer = await staffAt(product, 'sales').step(deal.dealId, 'extend-offer', { expiresOn });
    product.emulator.settings({ changeSetDelay: 100 });
    expect(answer.status).toBe(200);
    await dealWhich(product, deal.dealId, each => each.offers[0]?.expiresOn === expiresOn, {
      what: 'the extension',
    });
  });

  // The last one: it moves the clock of the marketplace by a year.
  it('a renewal moves the link to the new agreement; the end of the old one cancels nothing', async () => {
    const deal = await active();
    const renewal = product.emulator.renewAgreement(idOf(deal));
    await dealWhich(product, deal.dealId, each => idOf(each) === renewal.id, { what: 'the new agreement' });
    // Its license comes when its term begins.
    product.emulator.clock({ now: renewal.startTime });
    const renewed = await dealWhich(
      product,
      deal.dealId,
      each => idOf(each) === renewal.id && each.license?.agreementId === renewal.id,
      { what: 'the renewal' },
    );
    expect([renewed.stage, renewed.formerAgreements]).toEqual(['active', [idOf(deal)]]);
    const settledDeal = await dealWhich(
      product,
      deal.dealId,
      each => upToDate(each) || each.stuck.length > 0,
      { what: 'the new revision' },
    );
    if (settledDeal.stuck.length > 0) await staffAt(product, 'support').step(deal.dealId, 'retry-step', {});
    await dealWhich(product, deal.dealId, upToDate, { what: 'the new revision' });
    expect((await links(deal)).filter(link => link.active).map(link => link.agreementId)).toEqual([
      renewal.id,
    ]);
    expect(tellings(deal)).not.toContain('organization.unlinked');
  });
});
