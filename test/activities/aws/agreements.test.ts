import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAgreementActivities } from '../../../activities/aws/agreements.ts';
import { createEntitlementActivities } from '../../../activities/aws/entitlements.ts';
import type { Deal } from '../../../deal/deal.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import { envelopeOf, sendEvent } from '../../api/desk/events/unmatched.ts';
import { accept, activate, arrive, inSilence, offeredDeal } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { dealWhich, reaches } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { buyerAccount } from '../../support/samples.ts';

describe('AWS, asked for what its events did not tell', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  function asking() {
    const { marketplace, temporal, now } = product.deps;
    return createAgreementActivities({
      agreement: marketplace.agreement,
      inbox: { db: product.db, signal: (dealId, command) => signalDeal(temporal, dealId, command) },
      config: product.config,
      now,
    });
  }
  const isProvisioned = (agreementId: string) =>
    eventually(
      () => product.emulator.agreements().find(each => each.id === agreementId)?.license === 'PROVISIONED',
      { what: `the license of ${agreementId}` },
    );

  /** Accepted and licensed at AWS, of which no event tells. */
  async function acceptedInSilence(): Promise<{ deal: Deal; agreementId: string }> {
    const deal = await offeredDeal(product);
    const agreementId = await inSilence(product, async () => {
      const { id } = accept(product, deal);
      await isProvisioned(id);
      return id;
    });
    return { deal, agreementId };
  }

  it('tells of the other licenses although it refuses to tell of one', async () => {
    const both = [await acceptedInSilence(), await acceptedInSilence()];
    await asking().findAgreements({});
    for (const { deal } of both) await dealWhich(product, deal.dealId, each => each.accepted);
    product.emulator.addFault({
      operation: 'GetAgreementEntitlements',
      kind: 'error',
      code: 'AccessDeniedException',
      status: 400,
    });
    await expect(asking().findLicenses()).rejects.toThrow('AccessDenied');
    const licensed = () =>
      product.db.deals.countDocuments({
        _id: { $in: both.map(({ deal }) => deal.dealId) },
        'deal.license': { $exists: true },
      });
    await eventually(async () => (await licensed()) === 1, { what: 'the license of the other deal' });
    await asking().findLicenses();
    await eventually(async () => (await licensed()) === 2, { what: 'both licenses' });
  });

  it('opens a deal of its own for a second account that has accepted the offer', async () => {
    const other = '777788889999';
    product.emulator.addAccount({ id: other, name: 'Division B' });
    const deal = await offeredDeal(product, { buyerAwsAccountIds: [buyerAccount, other] });
    const ids = await inSilence(product, () => [accept(product, deal).id, accept(product, deal, other).id]);
    await asking().findAgreements({});
    const first = await dealWhich(product, deal.dealId, each => each.secondPurchases[0]?.dealId);
    const second = await dealWhich(product, first.secondPurchases[0]?.dealId ?? '', each => each.accepted);
    expect(new Set([first, second].map(each => each.agreement?.agreementId))).toEqual(new Set(ids));
    await asking().findAgreements({});
    await asking().findAgreements({});
    expect(await product.db.deals.countDocuments({ 'deal.offers.offerId': deal.offers[0]?.offerId })).toBe(2);
  });

  it('gives entitlements and arrival of a license that its event writes without `arn:`, as documented', async () => {
    const { deal, agreementId } = await acceptedInSilence();
    // With a second deal of the account nobody can guess whose buyer arrives.
    await offeredDeal(product);
    product.emulator.addFault({ operation: 'SearchAgreements', kind: 'error', times: 2 });
    await arrive(product, agreementId);
    const event = await envelopeOf(product, agreementId, 'License Updated');
    const { arn } = event.detail.license as { arn: string };
    expect(await product.db.registrations.findOne({ licenseArn: arn }).lean()).not.toHaveProperty('dealId');
    const documented = { ...event, detail: { ...event.detail, license: { arn: arn.slice('arn:'.length) } } };
    await sendEvent(product, await envelopeOf(product, agreementId, 'Purchase Agreement Created'));
    await sendEvent(product, documented);
    const { license, agreement } = await reaches(product, deal.dealId, 'settingUp');
    if (!license || !agreement) throw new Error('no license');
    expect(license.licenseArn).toMatch(/^aws:/);
    const { readEntitlements } = createEntitlementActivities(product.deps.marketplace);
    const { awsAccountId } = agreement;
    const own = await readEntitlements({ license: { ...license, licenseArn: arn }, awsAccountId });
    expect(own).not.toEqual([]);
    expect(await readEntitlements({ license, awsAccountId })).toEqual(own);
  });

  // The last one: it moves the clock of the marketplace by a year.
  it('leads a renewal to its deal by the first agreement of the chain, and finds its license', async () => {
    const deal = await activate(product, await offeredDeal(product));
    const former = deal.agreement?.agreementId ?? '';
    product.emulator.settings({ events: { drop: true } });
    // In the second in which the former one was accepted: AWS tells no parts of it.
    product.emulator.clock({ now: deal.agreement?.acceptedAt ?? '' });
    const { id, startTime } = product.emulator.renewAgreement(former);
    await asking().findAgreements({});
    const renewed = await dealWhich(product, deal.dealId, each => each.agreement?.agreementId === id, {
      what: 'the renewal',
    });
    expect([renewed.stage, renewed.formerAgreements, renewed.license]).toEqual([
      'active',
      [former],
      undefined,
    ]);
    product.emulator.clock({ now: startTime });
    await isProvisioned(id);
    await asking().findLicenses();
    await dealWhich(product, deal.dealId, each => each.license?.agreementId === id, { what: 'its license' });
  });
});
