import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../api/desk/deal/view.ts';
import { arrivalUrl, unmatchedUrl } from '../../../api/desk/events/view.ts';
import { arrivalNeeds } from '../../../api/marketplace/fulfilment/arrival-needs.ts';
import type { Deal } from '../../../deal/deal.ts';
import { matchRegistration } from '../../../shared/marketplace/arrivals.ts';
import { accept, arrive, choose, inSilence, offeredDeal } from '../../support/deals.ts';
import { dealWhich, reaches } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { signedIn } from '../desk/at-the-desk.ts';
import { envelopeOf, letWait, sendEvent } from '../desk/events/unmatched.ts';
import { newAccount } from './fulfilment/arrivals.ts';

type Two<T> = [T, T];

describe('two deals of one buyer account and one product', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  const both = <T>(make: (index: 0 | 1) => Promise<T>): Promise<Two<T>> => Promise.all([make(0), make(1)]);

  /** Both offers are accepted, the second one first; the test sends the events. */
  async function accepted() {
    const account = newAccount();
    product.emulator.addAccount({ id: account, name: `Buyer ${account}` });
    const offered = () => offeredDeal(product, { buyerAwsAccountIds: [account] });
    const deals: Two<Deal> = [await offered(), await offered()];
    const { ids, agreements, licenses } = await inSilence(product, async () => {
      const second = accept(product, deals[1], account);
      const known: Two<string> = [accept(product, deals[0], account).id, second.id];
      const said = (type: string) => both(index => envelopeOf(product, known[index], type));
      return {
        ids: known,
        agreements: await said('Purchase Agreement Created'),
        licenses: await said('License Updated'),
      };
    });
    const told = (index: 0 | 1) =>
      dealWhich(product, deals[index].dealId, deal => deal.agreement && deal.license, {
        what: 'agreement and license',
      });
    return { account, deals, ids, agreements, licenses, told };
  }

  /** Each has its own agreement, license, registration, session and organization, and nothing was ever refused. */
  async function neverMixed(deals: Two<Deal>, ids: Two<string>): Promise<void> {
    const active = await both(index => reaches(product, deals[index].dealId, 'active'));
    expect(active.map(deal => deal.agreement?.agreementId)).toEqual(ids);
    expect(active.map(deal => deal.license?.agreementId)).toEqual(ids);
    const own = (pick: (deal: Deal) => unknown) => new Set(active.map(pick)).size;
    expect(own(deal => deal.license?.licenseArn)).toBe(2);
    expect(own(deal => deal.registration?.registrationId)).toBe(2);
    expect(own(deal => deal.registration?.setupSessionId)).toBe(2);
    expect(own(deal => deal.link?.organizationId)).toBe(2);
    for (const deal of active) {
      const { registrationId, setupSessionId } = deal.registration ?? {};
      const { dealId } = deal;
      expect(await product.db.registrations.findById(registrationId ?? '').lean()).toMatchObject({ dealId });
      expect(await product.db.setupSessions.findById(setupSessionId ?? '').lean()).toMatchObject({ dealId });
      const filter = { dealId, 'entry.outcome': 'refused' as const };
      expect(await product.db.timeline.countDocuments(filter)).toBe(0);
    }
  }

  it('take each their own events and buyers, however they are mixed', async () => {
    const { deals, ids, agreements, licenses, told } = await accepted();
    const mixed = [licenses[1], agreements[0], licenses[0], agreements[1]];
    await Promise.all(mixed.map(each => sendEvent(product, each)));
    const known = await both(told);
    expect(known.map(deal => deal.agreement?.agreementId)).toEqual(ids);
    await both(index => arrive(product, ids[index]));
    await both(index => reaches(product, deals[index].dealId, 'settingUp'));
    await both(index => choose(product, deals[index].dealId));
    await neverMixed(deals, ids);
  });

  it('take each their own when the buyers arrive before any event', async () => {
    const { deals, ids, agreements, licenses, told } = await accepted();
    for (const id of ids) expect((await arrive(product, id)).status).toBe(303);
    for (const each of [...licenses.toReversed(), ...agreements]) await sendEvent(product, each);
    await both(told);
    await both(index => dealWhich(product, deals[index].dealId, deal => deal.registration));
    await both(index => choose(product, deals[index].dealId));
    await neverMixed(deals, ids);
  });

  it('take each their own when AWS names no license and a person says who arrived', async () => {
    const { account, deals, ids, agreements, licenses, told } = await accepted();
    await Promise.all([...agreements, ...licenses].map(each => sendEvent(product, each)));
    await both(told);
    const registrations = await both(index => arrivedWithoutLicense(`reg-${ids[index]}`, account));
    for (const id of registrations)
      expect(await matchRegistration(arrivalNeeds(product.deps), id)).toBeUndefined();
    const support = await signedIn(product, 'support');
    await letWait(product);
    const list = (await support.get(unmatchedUrl)).html;
    await both(async index => {
      const url = arrivalUrl(registrations[index]);
      expect(list).toContain(url);
      const { dealId } = deals[index];
      const answer = await support.press(url, `${url}/assign`, { dealId });
      expect(answer.location).toContain(dealUrl(dealId));
      await reaches(product, dealId, 'settingUp');
      await choose(product, dealId);
    });
    await neverMixed(deals, ids);
  });

  /** As AWS answers for an older listing: an account and a product, and nothing that tells one purchase from another. */
  async function arrivedWithoutLicense(registrationId: string, awsAccountId: string): Promise<string> {
    const setupSessionId = `session-${registrationId}`;
    const arrival = { awsAccountId, productCode: 'examplecloud0000000000001' };
    const at = new Date(product.deps.now());
    await product.db.registrations.create({
      _id: registrationId,
      setupSessionId,
      ...arrival,
      tokenHash: registrationId,
      at,
    });
    const session = {
      _id: setupSessionId,
      registrationId,
      ...arrival,
      createdAt: at,
    };
    await product.db.setupSessions.create(session);
    return registrationId;
  }
});
