import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../api/desk/deal/view.ts';
import { arrivalUrl, unmatchedUrl } from '../../../api/desk/events/view.ts';
import { arrivalNeeds } from '../../../api/marketplace/fulfilment/arrival-needs.ts';
import { chooseOrganization, commandIdIn } from '../../../api/setup/organization/choose-organization.ts';
import type { Deal } from '../../../deal/deal.ts';
import { matchRegistration, tellOfArrival } from '../../../shared/marketplace/arrivals.ts';
import { accept, arrive, inSilence, offeredDeal } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { dealWhich, mailsTo, reaches } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { customer } from '../accounts/customers.ts';
import { signedIn } from '../desk/at-the-desk.ts';
import { acceptanceEvents, again, letWait, sendEvent } from '../desk/events/unmatched.ts';
import { newAccount } from './fulfilment/arrivals.ts';

type Buyer = Awaited<ReturnType<typeof buyerOf>>;
let product: Product;

/** Somebody of a division whose account has accepted the offer. */
async function buyerOf(deal: Deal, division: string) {
  const account = deal.terms[0]?.terms.buyerAwsAccountIds[division === 'Division A' ? 0 : 1] ?? '';
  const { id: agreementId } = accept(product, deal, account);
  return { account, agreementId, division, user: await customer(product) };
}

describe('one offer that two accounts accept', () => {
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  });
  afterAll(() => product?.stop());

  /** An offer to two accounts of a group. */
  async function offeredToTwo(): Promise<Deal> {
    const buyerAwsAccountIds = [newAccount(), newAccount()];
    for (const id of buyerAwsAccountIds) product.emulator.addAccount({ id, name: `Buyer ${id}` });
    return offeredDeal(product, { buyerAwsAccountIds });
  }

  /** Both have accepted, and AWS has told nothing yet; `tell` sends what it has to say. */
  async function acceptedByTwo() {
    const deal = await offeredToTwo();
    return inSilence(product, async () => {
      const [a, b] = [await buyerOf(deal, 'Division A'), await buyerOf(deal, 'Division B')];
      const told = ({ agreementId }: Buyer) => acceptanceEvents(product, agreementId);
      const events = { a: await told(a), b: await told(b) };
      return { deal, a, b, events };
    });
  }

  const comes = async ({ agreementId }: Buyer) =>
    (await arrive(product, agreementId)).location.split('/').at(-1) ?? '';

  /** Goes as far as his own set-up leads: chooses his organization in it. */
  async function chooses(buyer: Buyer, sessionId: string) {
    const { division: name, user } = buyer;
    const { accounts } = product.deps;
    const organization = await accounts.createOrganization({
      name,
      ownerId: user.userId,
      idempotencyKey: randomUUID(),
    });
    const session = await product.db.setupSessions.findById(sessionId).lean();
    if (!session) throw new Error(`no set-up ${sessionId}`);
    const commandId = commandIdIn(session, randomUUID());
    return chooseOrganization(product.deps, { sessionId, organization, user, commandId });
  }

  const dealOf = ({ agreementId }: Buyer) =>
    eventually(
      async () =>
        (await product.db.deals.findOne({ 'deal.agreement.agreementId': agreementId }).lean())?.deal,
      {
        what: `a deal of ${agreementId}`,
      },
    );
  const arrivalOf = ({ account }: Buyer) =>
    product.db.registrations.findOne({ awsAccountId: account }).lean();

  /** The buyer's own agreement, license, arrival and organization are in one deal, and he has the confirmation. */
  async function isServed(buyer: Buyer): Promise<Deal> {
    const { dealId } = await dealOf(buyer);
    const active = await reaches(product, dealId, 'active');
    expect(active.agreement).toMatchObject({ agreementId: buyer.agreementId, awsAccountId: buyer.account });
    expect(active.license?.agreementId).toBe(buyer.agreementId);
    expect(active.registration?.awsAccountId).toBe(buyer.account);
    expect(active.link?.organizationName).toBe(buyer.division);
    const arrival = await eventually(async () =>
      (await arrivalOf(buyer))?.dealId ? arrivalOf(buyer) : undefined,
    );
    expect(arrival).toMatchObject({ dealId });
    const _id = arrival.setupSessionId;
    await eventually(() => product.db.setupSessions.findOne({ _id, dealId }).lean());
    const links = await product.db.billingLinks.find({ agreementId: buyer.agreementId }).lean();
    expect(links.map(link => [link.dealId, link.organizationId])).toEqual([
      [dealId, active.link?.organizationId],
    ]);
    await eventually(async () =>
      (await mailsTo(product, buyer.user.email)).some(({ subject }) => subject.includes('is ready')),
    );
    return active;
  }

  it('gives each his own deal, though the first comes and chooses nothing', async () => {
    const deal = await offeredToTwo();
    const a = await buyerOf(deal, 'Division A');
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    const b = await buyerOf(deal, 'Division B');
    const ofA = await comes(a);
    await reaches(product, deal.dealId, 'settingUp');
    const ofB = await comes(b);
    await chooses(b, ofB);
    await matchArrival(b);
    const second = await isServed(b);
    const first = await dealWhich(product, deal.dealId, each => each.secondPurchases[0]?.dealId);
    expect(first).toMatchObject({ stage: 'settingUp', agreement: { agreementId: a.agreementId } });
    expect(first.link).toBeUndefined();
    expect([second.openedBy?.dealId, first.secondPurchases[0]?.dealId]).toEqual([
      first.dealId,
      second.dealId,
    ]);
    await chooses(a, ofA);
    await isServed(a);

    const support = await signedIn(product, 'support');
    expect((await support.get(dealUrl(first.dealId))).html).toContain(`href="${dealUrl(second.dealId)}"`);
    expect((await support.get(dealUrl(second.dealId))).html).toContain(`href="${dealUrl(first.dealId)}"`);
    const [notice] = await product.db.outbox.find({ template: 'secondPurchase' }).lean();
    expect(notice).toMatchObject({ dealId: second.dealId });
  });

  it('gives each his own deal when the buyers come before any event, and events come late and twice', async () => {
    const { a, b, events } = await acceptedByTwo();
    const sessions = { b: await comes(b), a: await comes(a) };
    for (const event of [events.a.license, events.b.license, events.a.agreement, events.b.agreement])
      await sendEvent(product, event);
    await Promise.all([chooses(a, sessions.a), chooses(b, sessions.b)]);
    const deals = [await dealOf(a), await dealOf(b)];
    expect(deals.map(deal => deal.agreement?.agreementId)).toEqual([a.agreementId, b.agreementId]);
    for (const event of [events.b.agreement, events.a.agreement, events.b.license].map(again))
      await sendEvent(product, event);
    await matchArrival(a);
    await matchArrival(b);
    const active = [await isServed(a), await isServed(b)];
    expect(new Set(active.map(({ dealId }) => dealId)).size).toBe(2);
    expect(active.flatMap(({ secondPurchases }) => secondPurchases)).toHaveLength(1);
    // What is told again waits until its deal has noted it.
    const waiting = { state: 'waiting', 'notice.agreementId': b.agreementId } as const;
    await eventually(async () => (await product.db.events.countDocuments(waiting)) === 0);
  });

  it('shows an arrival that a deal has refused, with the choice that was made in it, until its own deal is there', async () => {
    const { deal, a, b, events } = await acceptedByTwo();
    await sendEvent(product, events.a.agreement);
    await dealWhich(product, deal.dealId, each => each.agreement);
    const sessionId = await comes(b);
    await chooses(b, sessionId);
    const registration = await eventually(() => arrivalOf(b));
    const { signal } = arrivalNeeds(product.deps);
    // As somebody sends it who has looked before the deal had its agreement.
    await tellOfArrival({ db: product.db, signal }, { registration, dealId: deal.dealId });
    const refused = await eventually(async () =>
      (await arrivalOf(b))?.refusedBy?.length ? arrivalOf(b) : undefined,
    );
    expect(refused).toMatchObject({ refusedBy: [deal.dealId] });
    expect(refused.dealId).toBeUndefined();
    expect((await product.db.setupSessions.findById(sessionId).lean())?.dealId).toBeUndefined();
    await letWait(product);
    const support = await signedIn(product, 'support');
    expect((await support.get(unmatchedUrl)).html).toContain(arrivalUrl(registration._id));

    for (const event of [events.b.license, events.b.agreement, events.a.license])
      await sendEvent(product, event);
    await isServed(b);
    expect((await support.get(unmatchedUrl)).html).not.toContain(arrivalUrl(registration._id));
    await chooses(a, await comes(a));
    await isServed(a);
  });

  /** As the worker does every few seconds. */
  async function matchArrival(buyer: Buyer) {
    const registration = await eventually(() => arrivalOf(buyer));
    await matchRegistration(arrivalNeeds(product.deps), registration._id);
  }
});
