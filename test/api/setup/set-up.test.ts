import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDeal } from '../../../api/service/open.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { send } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { dealWhich, mailsTo, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { buyerAccount, sampleInquiry, sampleTerms } from '../../support/samples.ts';
import {
  arrivedBuyer,
  customer,
  mailedPath,
  secret,
  signedIn,
  someAddress,
  submit,
  type Visitor,
} from '../accounts/customers.ts';
import { visitor } from '../buyers/visitor.ts';

const { setup: words, accounts: accountWords } = messagesIn('en');
const business = {
  1: { companyName: 'Aozora Trading', country: 'JP', phone: '' },
  2: { jobTitle: 'Head of IT', teamSize: '11-50', purpose: '' },
};

describe('account set-up', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  /** A deal whose offer was accepted in AWS, before anybody has come from there. */
  async function acceptedDeal() {
    const { dealId } = await openDeal(product.deps, { inquiry: sampleInquiry(), commandId: randomUUID() });
    const sales = staffAt(product, 'sales');
    await sales.step(dealId, 'propose-terms', { terms: sampleTerms(Date.now()) });
    await sales.step(dealId, 'mark-negotiation-done', { version: 1 });
    const offered = await reaches(product, dealId, 'offered');
    const offerId = offered.offers[0]?.offerId ?? '';
    const agreement = product.emulator.accept({ offerId, accountId: buyerAccount });
    await dealWhich(product, dealId, deal => deal.agreement, { what: 'the agreement' });
    return { dealId, agreementId: agreement.id };
  }

  /** The browser that AWS sends with a registration token. */
  async function arrivesFromAws(agreementId: string) {
    const who = visitor(() => product.url);
    const { token } = product.emulator.registrationToken(agreementId);
    const form = new URLSearchParams({ 'x-amzn-marketplace-token': token ?? '' });
    const answer = await who.postFromAws('/marketplace/register', form);
    expect(answer.status).toBe(303);
    const start = answer.location ?? '';
    return { who, start, at: (page: string) => `${start}/${page}`, sessionId: start.split('/').at(-1) ?? '' };
  }

  async function fillInBusiness(who: Visitor, at: (page: string) => string) {
    await submit(who, at('business/1'), business[1]);
    return submit(who, at('business/2'), business[2]);
  }

  it('takes a new user from AWS to an organization that is billed through AWS Marketplace', async () => {
    const { dealId, agreementId } = await acceptedDeal();
    const { who, start, at } = await arrivesFromAws(agreementId);
    await reaches(product, dealId, 'settingUp');
    const email = someAddress();
    expect((await who.get(start)).location).toBe(at('register'));
    await submit(who, at('register'), { accountName: 'Hana Sato', email, password: secret });
    const link = await mailedPath(product, { to: email, template: 'emailVerification' });
    expect((await submit(who, link)).location).toBe(start);
    expect((await fillInBusiness(who, at)).location).toBe(at('organization'));
    const chosen = await submit(who, at('organization'), { organization: 'new', newName: 'Aozora HQ' });
    expect(chosen).toMatchObject({ status: 303, location: at('progress') });

    const active = await reaches(product, dealId, 'active');
    const { html } = await who.get(at('progress'));
    expect(html).toContain(words.progress.done('Aozora HQ'));
    const billing = `/organizations/${active.link?.organizationId}/billing`;
    expect(html).toContain(`href="${billing}"`);
    const page = (await who.get(billing)).html;
    for (const text of [
      accountWords.billing.through,
      agreementId,
      buyerAccount,
      'Committed spend',
      '$12,000.00',
    ])
      expect(page).toContain(text);
    await eventually(async () => (await mailsTo(product, email)).length === 2, {
      what: 'verification and one confirmation',
    });
  });

  it('is found again by somebody who left half-way, from any browser', async () => {
    const { dealId, agreementId } = await acceptedDeal();
    const { who, start, at } = await arrivesFromAws(agreementId);
    await reaches(product, dealId, 'settingUp');
    const user = await customer(product);
    await submit(who, at('sign-in'), { email: user.email, password: secret });
    expect((await who.get(start)).location).toBe(at('business/1'));
    await submit(who, at('business/1'), business[1]);
    const elsewhere = await signedIn(product, user);
    expect((await elsewhere.get(start)).location).toBe(at('business/2'));
    expect((await elsewhere.get(at('business/1'))).html).toContain('value="Aozora Trading"');
  });

  it('takes somebody who has an organization straight to the choice', async () => {
    const { dealId, agreementId } = await acceptedDeal();
    const { who, start, at } = await arrivesFromAws(agreementId);
    await reaches(product, dealId, 'settingUp');
    const user = await customer(product);
    const { organizationId } = await product.deps.accounts.createOrganization({
      name: 'Aozora Trading',
      ownerId: user.userId,
      idempotencyKey: 'known',
    });
    await submit(who, at('sign-in'), { email: user.email, password: secret });
    expect((await who.get(start)).location).toBe(at('organization'));
    expect((await who.get(at('organization'))).html).toContain(words.organization.button);
    await submit(who, at('organization'), { organization: organizationId, newName: '' });
    const active = await reaches(product, dealId, 'active');
    expect(active.link).toMatchObject({ organizationId, user: { userId: user.userId } });
  });

  it('links once, however often the same form is sent, and makes one organization', async () => {
    const { dealId, agreementId } = await acceptedDeal();
    const { who, at } = await arrivesFromAws(agreementId);
    await reaches(product, dealId, 'settingUp');
    const user = await customer(product);
    await submit(who, at('sign-in'), { email: user.email, password: secret });
    await fillInBusiness(who, at);
    const { html } = await who.get(at('organization'));
    const form = html.split('<form').find(part => part.includes(`action="${at('organization')}"`)) ?? '';
    const hidden = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = {
      ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
      organization: 'new',
      newName: 'Twice',
    };
    const answers = await Promise.all([
      who.post(at('organization'), fields),
      who.post(at('organization'), fields),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 303, location: at('progress') });
    await reaches(product, dealId, 'active');
    expect(await product.db.organizations.countDocuments({ name: 'Twice' })).toBe(1);
    const timeline = await staffAt(product, 'support').timeline(dealId);
    expect(timeline.filter(({ event }) => event.type === 'linkOrganization')).toHaveLength(1);
  });

  it('keeps the choice of a purchase that no deal knows yet, and sends it as soon as one does', async () => {
    const { who, sessionId, at } = await arrivedBuyer(product);
    const user = await customer(product);
    await submit(who, at('sign-in'), { email: user.email, password: secret });
    await fillInBusiness(who, at);
    const answer = await submit(who, at('organization'), { organization: 'new', newName: 'Early' });
    expect(answer.location).toBe(at('progress'));
    expect((await who.get(at('progress'))).html).toContain(words.progress.waitingForPurchase);

    const { dealId } = await acceptedDeal();
    const arrival = {
      registrationId: randomUUID(),
      setupSessionId: sessionId,
      awsAccountId: buyerAccount,
      productCode: 'examplecloud0000000000001',
    };
    const { registrationId: _id, ...kept } = arrival;
    await product.db.registrations.create({ _id, ...kept, tokenHash: _id, at: new Date() });
    await send(product, dealId, { type: 'buyerArrived', ...arrival }, { kind: 'buyer', id: buyerAccount });
    const active = await reaches(product, dealId, 'active');
    expect(active.link).toMatchObject({ organizationName: 'Early', user: { email: user.email } });
  });

  it('takes no choice that the deal refuses, and says why', async () => {
    const { dealId } = await openDeal(product.deps, { inquiry: sampleInquiry(), commandId: randomUUID() });
    const { who, at, sessionId } = await arrivedBuyer(product, { dealId });
    const user = await customer(product);
    await submit(who, at('sign-in'), { email: user.email, password: secret });
    await fillInBusiness(who, at);
    const answer = await submit(who, at('organization'), { organization: 'new', newName: 'Too early' });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain(words.progress.refusedTitle);
    const made = await product.db.organizations.findOne({ name: 'Too early' }).lean();
    expect(answer.html).toMatch(new RegExp(`value="${made?._id}" checked`));
    expect((await product.db.setupSessions.findById(sessionId).lean())?.chosen).toBeUndefined();
  });

  it('shows an organization that cannot be linked with its reason, and links it not even when asked to', async () => {
    const { who, at } = await arrivedBuyer(product);
    const user = await customer(product);
    const { organizationId } = await product.deps.accounts.createOrganization({
      name: 'Owing',
      ownerId: user.userId,
      idempotencyKey: 'owing',
    });
    await product.db.organizations.updateOne({ _id: organizationId }, { unpaidInvoice: true });
    await submit(who, at('sign-in'), { email: user.email, password: secret });
    expect((await who.get(at('organization'))).html).toContain(accountWords.obstacles.unpaidInvoice);
    const forced = await submit(who, at('organization'), { organization: organizationId, newName: '' });
    expect(forced.status).toBe(422);
    expect(forced.html).toContain(words.organization.cannot);
  });

  it('asks for what is missing in the business forms and keeps the rest', async () => {
    const { who, at } = await arrivedBuyer(product);
    const user = await customer(product);
    await submit(who, at('sign-in'), { email: user.email, password: secret });
    const answer = await submit(who, at('business/1'), {
      companyName: 'Aozora',
      country: 'XX',
      phone: 'abc',
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="Aozora"');
    for (const problem of [words.business.unknownCountry, words.business.phoneProblem])
      expect(answer.html).toContain(problem);
  });

  describe('handed over', () => {
    it('opens for the colleague alone, once the address is proven', async () => {
      const { dealId, agreementId } = await acceptedDeal();
      const { who, start, at } = await arrivesFromAws(agreementId);
      await reaches(product, dealId, 'settingUp');
      const colleague = await customer(product);
      const before = await signedIn(product, colleague);
      expect((await before.get(start)).html).not.toContain(words.organization.title);
      const to = { name: 'Jiro', email: colleague.email.toUpperCase() };
      expect(await submit(who, at('hand-over'), to)).toMatchObject({ status: 303 });
      expect((await who.get(at('hand-over'))).html).toContain(colleague.email);
      expect((await before.get(start)).location).toBe(at('business/1'));
      const mail = await eventually(async () => (await mailsTo(product, colleague.email))[0], {
        what: 'the mail to the colleague',
      });
      expect(mail.text).toContain(start);
    });

    it('speaks to him in the language of his own browser, and writes to him in it', async () => {
      const email = someAddress();
      const { at, sessionId } = await arrivedBuyer(product, { handedTo: [email] });
      const jiro = visitor(() => product.url, 'ja');
      const { html } = await jiro.get(`/setup/${sessionId}/register`);
      expect(html).toContain('<html lang="ja"');
      await submit(jiro, at('register'), { accountName: '次郎', email, password: secret });
      expect(await product.db.users.findOne({ email }).lean()).toMatchObject({ language: 'ja' });
      const mail = await eventually(async () => (await mailsTo(product, email))[0], { what: 'his mail' });
      expect(mail.text).toMatch(/[ぁ-ん]/);
    });

    it('is 404 for somebody who is signed in and was not named', async () => {
      const { sessionId } = await arrivedBuyer(product, { handedTo: [someAddress()] });
      const stranger = await signedIn(product, await customer(product));
      for (const page of ['', '/business/1', '/organization', '/progress', '/hand-over'])
        expect((await stranger.get(`/setup/${sessionId}${page}`)).status).toBe(404);
    });

    it('gives the link to pass on while no deal can write the mail', async () => {
      const { who, at, sessionId } = await arrivedBuyer(product);
      await submit(who, at('hand-over'), { name: 'Jiro', email: someAddress() });
      const { html } = await who.get(at('hand-over'));
      expect(html).toContain(words.handOver.notSentTitle);
      expect(html).toContain(`${product.url}/setup/${sessionId}`);
    });
  });
});
