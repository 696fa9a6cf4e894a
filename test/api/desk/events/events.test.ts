import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { listUrl } from '../../../../api/desk/events/list/view.ts';
import { arrivalUrl, eventUrl, unmatchedUrl } from '../../../../api/desk/events/view.ts';
import { arrivalNeeds } from '../../../../api/marketplace/fulfilment/arrival-needs.ts';
import type { EventEnvelope } from '../../../../emulator/engine/event.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { replayArrivals } from '../../../../shared/marketplace/arrivals.ts';
import { accept, activate, arrive, choose, inquire, inSilence, offeredDeal } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { dealWhich, reaches, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { withoutEngine } from '../../buyers/without-engine.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { browserAt, type Colleague, signedIn } from '../at-the-desk.ts';
import { again, envelopeOf, eventOf, letWait, purchaseElsewhere, sendEvent } from './unmatched.ts';

const dismissedUrl = listUrl({ list: 'dismissed' });

let product: Product;
let support: Colleague;
beforeAll(async () => {
  product = await startProduct({ RECONCILE_SECONDS: 86_400 });
  support = await signedIn(product, 'support');
});
beforeEach(async () => {
  await product.db.events.deleteMany({});
  await product.db.registrations.deleteMany({});
});
afterAll(() => product?.stop());

const assign = (who: Colleague, url: string, dealId: string, q = '') =>
  who.press(`${url}?${new URLSearchParams({ q })}`, `${url}/assign`, { dealId });
/** A post from a page that was opened before, when it still had the form. */
async function postTo(action: string, fields = {}) {
  const { html } = await support.get('/desk');
  return support.post(action, { ...hiddenFields(html, '/desk/sign-out'), ...fields });
}
/** The number beside the page's name in the navigation. */
const numbered = (count: string) => new RegExp(`Unmatched <span class="count[^"]*"[^>]*>${count}</span>`);
const factsOf = async (dealId: string) =>
  (await staffAt(product, 'support').timeline(dealId)).map(entry => entry.event.type);
const notesOf = async (dealId: string) =>
  (await staffAt(product, 'support').timeline(dealId)).filter(entry => entry.event.type === 'addNote');

/** A purchase that waits on the desk's list. */
async function unmatched() {
  const purchase = await purchaseElsewhere(product);
  expect(await sendEvent(product, purchase.agreement)).toBe('waiting');
  expect(await sendEvent(product, purchase.license)).toBe('waiting');
  await letWait(product);
  return { ...purchase, url: eventUrl(purchase.agreement.id) };
}

const reason = 'Sold over <another> system';
const dismiss = (url: string, why = reason) => support.press(url, `${url}/dismiss`, { reason: why });

describe('what AWS told us and no deal has taken', () => {
  it('is shown once it has waited a while, and nothing before', async () => {
    const empty = await support.get(unmatchedUrl);
    expect(empty.html).toContain('Nothing is unmatched');
    expect(empty.html).not.toMatch(numbered('.*'));
    const { agreement, agreementId, offerId } = await purchaseElsewhere(product);
    await sendEvent(product, agreement);
    expect((await support.get(unmatchedUrl)).html).not.toContain(agreementId);
    await letWait(product);
    const { html } = await support.get(unmatchedUrl);
    for (const text of ['Offer accepted', agreementId, offerId, '111122223333', eventUrl(agreement.id)])
      expect(html).toContain(text);
    expect(accessibilityProblems(html)).toEqual([]);
    expect((await support.get('/desk')).html).toMatch(numbered('1'));
  });

  it('is one line for all that AWS says of one agreement, with the product that the license names', async () => {
    const { agreementId } = await unmatched();
    const { html } = await support.get(unmatchedUrl);
    expect(html.split(`<code>${agreementId}</code>`)).toHaveLength(2);
    expect(html).toContain('License granted or changed');
    expect(html).toContain('Example Cloud');
    expect((await support.get('/desk')).html).toMatch(numbered('1'));
  });

  it('says nothing of change sets that were made elsewhere', async () => {
    await purchaseElsewhere(product);
    const envelope = product.emulator
      .events()
      .findLast(each => each.envelope['detail-type'] === 'Change Set Succeeded')?.envelope as EventEnvelope;
    expect(await sendEvent(product, again(envelope))).toBe('waiting');
    await letWait(product);
    expect((await support.get(unmatchedUrl)).html).toContain('Nothing is unmatched');
  });
});

describe('a purchase that is assigned', () => {
  it('goes on with the deal to which somebody assigns it', async () => {
    const deal = await offeredDeal(product);
    const { url, agreement, license, agreementId } = await unmatched();
    const page = await support.get(url);
    expect(page.html).toContain(deal.dealId);
    expect(page.html).toContain('&quot;detail-type&quot;');
    expect(accessibilityProblems(page.html)).toEqual([]);
    const answer = await assign(support, url, deal.dealId);
    expect([answer.status, answer.location]).toEqual([
      303,
      `${dealUrl(deal.dealId)}?command=${agreement.id}`,
    ]);
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    await arrive(product, agreementId);
    await reaches(product, deal.dealId, 'settingUp');
    await choose(product, deal.dealId);
    const active = await reaches(product, deal.dealId, 'active');
    expect(active.agreement?.agreementId).toBe(agreementId);

    const [note] = await notesOf(deal.dealId);
    expect(note).toMatchObject({
      by: { id: 'support@example.com' },
      event: { text: `Assigned to this deal by hand: Offer accepted (${agreementId})` },
    });
    const facts = (await factsOf(deal.dealId)).reverse();
    expect(facts.indexOf('addNote')).toBeLessThan(facts.indexOf('agreementEvent'));
    for (const { id } of [agreement, license])
      expect(await eventOf(product, id)).toMatchObject({ state: 'routed', dealId: deal.dealId });
    expect((await support.get(unmatchedUrl)).html).toContain('Nothing is unmatched');
    const after = await support.get(url);
    expect(after.html).toContain('Nothing is left to decide here');
    expect(after.html).not.toContain(`${url}/assign`);
  });

  it('is told once, however often the button is pressed', async () => {
    const deal = await offeredDeal(product);
    const { url } = await unmatched();
    const { html } = await support.get(url);
    const fields = { ...hiddenFields(html, `${url}/assign`), dealId: deal.dealId };
    for (const _again of [1, 2, 3])
      expect((await support.post(`${url}/assign`, fields)).location).toContain(dealUrl(deal.dealId));
    await dealWhich(product, deal.dealId, each => each.agreement);
    expect(await notesOf(deal.dealId)).toHaveLength(1);
    expect((await factsOf(deal.dealId)).filter(each => each === 'agreementEvent')).toHaveLength(1);
  });

  it('goes to one deal alone when two colleagues decide differently', async () => {
    const [one, other] = await Promise.all([offeredDeal(product), offeredDeal(product)]);
    const { url } = await unmatched();
    const sales = await signedIn(product, 'sales');
    const answers = await Promise.all([assign(support, url, one.dealId), assign(sales, url, other.dealId)]);
    expect(answers.map(each => each.status).sort()).toEqual([303, 409]);
    expect(answers.find(each => each.status === 409)?.html).toContain('A colleague has decided');
    const winner = answers[0]?.status === 303 ? one : other;
    const loser = winner === one ? other : one;
    await dealWhich(product, winner.dealId, each => each.agreement && each.license);
    expect(await factsOf(loser.dealId)).not.toContain('agreementEvent');
    expect(await notesOf(loser.dealId)).toEqual([]);
  });

  it('stays where it is when the deal would refuse it, and the page says why', async () => {
    const dealId = await inquire(product);
    await dealWhich(product, dealId, Boolean);
    const { url, agreement } = await unmatched();
    const answer = await assign(support, url, dealId, dealId);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain(messagesIn('en').deal.refusals.notNow);
    expect(accessibilityProblems(answer.html)).toEqual([]);
    expect(await notesOf(dealId)).toEqual([]);
    expect(await eventOf(product, agreement.id)).toMatchObject({ state: 'waiting' });
  });

  it('is assigned to no deal that nobody has chosen', async () => {
    await offeredDeal(product);
    const { url } = await unmatched();
    const answer = await assign(support, url, '');
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<a href="#field-dealId">Choose a deal from the list.</a>');
    expect((await assign(support, url, 'nosuchdeal')).status).toBe(404);
  });

  it('waits as before when Temporal cannot be reached', async () => {
    const deal = await offeredDeal(product);
    const { url, agreement } = await unmatched();
    const cut = await withoutEngine(product);
    const { html } = await support.get(url);
    const elsewhere = browserAt({ ...product, url: cut.url } as Product);
    for (const [name, value] of support.cookies) elsewhere.cookies.set(name, value);
    const fields = { ...hiddenFields(html, `${url}/assign`), dealId: deal.dealId };
    const answer = await elsewhere.post(`${url}/assign`, fields);
    await cut.stop();
    expect(answer.status).toBe(503);
    expect(answer.html).toContain('It is safe to send the same thing twice.');
    expect((await eventOf(product, agreement.id))?.handled).toBeUndefined();
    expect((await assign(support, url, deal.dealId)).status).toBe(303);
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
  });

  it('goes to no other deal once it may have reached one', async () => {
    const [one, other] = await Promise.all([offeredDeal(product), offeredDeal(product)]);
    const { url, agreement, license } = await unmatched();
    // As an api leaves it that ended between the claim and the answer of Temporal.
    const handled = {
      by: { kind: 'staff', id: 'sales@example.com', name: 'sales' },
      at: product.deps.now(),
      dealId: one.dealId,
    };
    await product.db.events.updateOne({ _id: agreement.id }, { $set: { handled } });
    const page = await support.get(url);
    expect(page.html).toContain('sales began to assign this on');
    expect(page.html).not.toContain(`value="${other.dealId}"`);
    expect((await postTo(`${url}/assign`, { dealId: other.dealId })).status).toBe(409);
    const ofLicense = await postTo(`${eventUrl(license.id)}/assign`, { dealId: other.dealId });
    expect(ofLicense.status).toBe(409);
    expect((await postTo(`${url}/dismiss`, { reason: 'x' })).location).toBe(url);
    expect((await assign(support, url, one.dealId)).status).toBe(303);
    await dealWhich(product, one.dealId, each => each.agreement && each.license);
    expect(await factsOf(other.dealId)).not.toContain('agreementEvent');
  });

  it('follows the agreement that the deal has, when a renewal does not say which one it renews', async () => {
    const deal = await activate(product, await offeredDeal(product));
    const former = deal.agreement?.agreementId ?? '';
    const { id, envelope } = await inSilence(product, async () => {
      const renewed = product.emulator.renewAgreement(former);
      return {
        id: renewed.id,
        envelope: await envelopeOf(product, renewed.id, 'Purchase Agreement Created'),
      };
    });
    const { previousAgreementId: _unsaid, ...agreement } = envelope.detail.agreement as object & {
      previousAgreementId: string;
    };
    const renewal = { ...envelope, detail: { ...envelope.detail, agreement } };
    expect(await sendEvent(product, renewal)).toBe('waiting');
    expect((await factsOf(deal.dealId)).filter(each => each === 'agreementEvent')).toHaveLength(1);
    await letWait(product);
    const url = eventUrl(renewal.id);
    expect((await support.get(unmatchedUrl)).html).toContain('Agreement renewed');
    const page = await support.get(url);
    expect(page.html).toContain('A renewal, or a new purchase?');
    expect(page.html).toContain(`Has the agreement ${former}; this one becomes its successor`);
    expect((await assign(support, url, deal.dealId)).status).toBe(303);
    const renewed = await dealWhich(product, deal.dealId, each => each.agreement?.agreementId === id);
    expect(renewed.formerAgreements).toEqual([former]);
  });
});

describe('a purchase that is dismissed', () => {
  it('leaves the list when somebody dismisses it and says why, with whatever AWS says of it later', async () => {
    const { url, agreement, license } = await unmatched();
    const answer = await dismiss(url);
    expect([answer.status, answer.location]).toEqual([303, `${unmatchedUrl}?done=dismissed`]);
    const list = await support.get(answer.location ?? '');
    expect(list.html).toContain('Nothing is unmatched');
    const { html } = await support.get(dismissedUrl);
    expect([html.includes('Sold over &lt;another> system'), accessibilityProblems(html)]).toEqual([true, []]);
    for (const { id } of [agreement, license])
      expect(await eventOf(product, id)).toMatchObject({
        state: 'ignored',
        handled: { by: { id: 'support@example.com' }, at: expect.any(String), reason },
      });
    expect(await sendEvent(product, agreement)).toBe('ignored');
    expect(await sendEvent(product, again(license))).toBe('ignored');
    const page = await support.get(url);
    expect(page.html).toMatch(/support decided on[\s\S]*Sold over &lt;another> system/);
    expect(accessibilityProblems(page.html)).toEqual([]);
    const deal = await offeredDeal(product);
    expect((await postTo(`${url}/assign`, { dealId: deal.dealId })).status).toBe(409);
    expect((await postTo(`${url}/dismiss`, { reason })).location).toBe(url);
  });

  it('is dismissed by nobody who does not say why, and keeps what he typed', async () => {
    const { url, agreement } = await unmatched();
    const silent = await dismiss(url, '  ');
    expect(silent.status).toBe(422);
    expect(silent.html).toContain('<a href="#field-reason">Say why in 1 to 500 characters.</a>');
    expect(accessibilityProblems(silent.html)).toEqual([]);
    const long = await dismiss(url, 'x'.repeat(501));
    expect([long.status, long.html.includes('x'.repeat(501))]).toEqual([422, true]);
    expect(await eventOf(product, agreement.id)).toMatchObject({ state: 'waiting' });
  });

  it('is back, with all that AWS has said since, when somebody takes the dismissal back', async () => {
    const { url, agreementId, license } = await unmatched();
    await dismiss(url);
    const later = again(license);
    expect(await sendEvent(product, later)).toBe('ignored');
    const answer = await support.press(url, `${url}/restore`);
    expect(answer.location).toBe(`${unmatchedUrl}?done=restored`);
    await letWait(product);
    const list = await support.get(answer.location ?? '');
    expect(list.html).toContain(agreementId);
    expect((await support.get(dismissedUrl)).html).toContain('Nothing is dismissed');
    expect(await eventOf(product, later.id)).toMatchObject({ state: 'waiting' });
    const deal = await offeredDeal(product);
    expect((await assign(support, url, deal.dealId)).status).toBe(303);
    await dealWhich(product, deal.dealId, each => each.agreement && each.license);
    expect((await postTo(`${url}/restore`)).location).toBe(url);
    expect(await eventOf(product, later.id)).toMatchObject({ state: 'routed' });
  });

  it('is taken by the deal that has learnt of it meanwhile, when a dismissal is taken back', async () => {
    const deal = await offeredDeal(product);
    const created = await inSilence(product, async () => {
      const { id } = accept(product, deal);
      const found = await envelopeOf(product, id, 'Purchase Agreement Created');
      await envelopeOf(product, id, 'License Updated');
      return found;
    });
    const ended = { ...created, 'detail-type': 'Purchase Agreement Ended - Proposer' };
    const { offer: _none, ...detail } = ended.detail as { offer: unknown };
    expect(await sendEvent(product, { ...ended, detail })).toBe('waiting');
    await letWait(product);
    const url = eventUrl(ended.id);
    expect((await dismiss(url)).location).toBe(`${unmatchedUrl}?done=dismissed`);
    expect(
      await sendEvent(product, again({ ...ended, 'detail-type': 'Purchase Agreement Created - Proposer' })),
    ).toBe('routed');
    await dealWhich(product, deal.dealId, each => each.agreement);
    await support.press(url, `${url}/restore`);
    expect(await eventOf(product, ended.id)).toMatchObject({ dealId: deal.dealId });
  });
});

describe('a buyer who arrived without a deal', () => {
  it('shows a buyer who arrived, and lets him go on with the deal that somebody names', async () => {
    const [one, other] = await Promise.all([offeredDeal(product), offeredDeal(product)]);
    const { agreementId } = await purchaseElsewhere(product);
    const { location } = await arrive(product, agreementId);
    const registration = await eventually(() => product.db.registrations.findOne({}).lean());
    expect(registration.dealId).toBeUndefined();
    await letWait(product);
    const url = arrivalUrl(registration._id);
    const list = await support.get(unmatchedUrl);
    expect(list.html).toContain('Buyer came from AWS Marketplace');
    expect(list.html).toContain(url);
    expect(accessibilityProblems((await support.get(url)).html)).toEqual([]);
    expect((await assign(support, url, one.dealId)).status).toBe(303);
    await reaches(product, one.dealId, 'settingUp');
    const { dealId } = one;
    const _id = location.split('/').at(-1);
    await eventually(() => product.db.registrations.findOne({ _id: registration._id, dealId }).lean());
    await eventually(() => product.db.setupSessions.findOne({ _id, dealId }).lean());
    expect((await notesOf(one.dealId))[0]?.by.id).toBe('support@example.com');
    expect((await postTo(`${url}/assign`, { dealId: other.dealId })).status).toBe(409);
    expect(await factsOf(other.dealId)).not.toContain('buyerArrived');
  });

  it('lets a buyer who arrived be dismissed, and shows him again when he comes again', async () => {
    await Promise.all([offeredDeal(product), offeredDeal(product)]);
    const { agreementId } = await purchaseElsewhere(product);
    await arrive(product, agreementId);
    const registration = await eventually(() => product.db.registrations.findOne({}).lean());
    const url = arrivalUrl(registration._id);
    await letWait(product);
    expect((await dismiss(url)).location).toBe(`${unmatchedUrl}?done=dismissed`);
    const list = await support.get(unmatchedUrl);
    expect(list.html).toContain('Nothing is unmatched');
    expect(list.html).not.toMatch(numbered('.*'));
    expect((await support.get(dismissedUrl)).html).toMatch(/Buyer came from AWS[\s\S]*support/);
    expect((await postTo(`${url}/dismiss`, { reason: 'Twice' })).location).toBe(url);
    expect((await support.get(url)).html).toContain('Sold over &lt;another> system');

    expect((await support.press(url, `${url}/restore`)).location).toBe(`${unmatchedUrl}?done=restored`);
    expect((await support.get(unmatchedUrl)).html).toContain(url);
    await dismiss(url);
    await arrive(product, agreementId);
    await letWait(product);
    const again = await support.get(unmatchedUrl);
    expect(again.html).toContain(url);
    expect((await support.get(dismissedUrl)).html).toContain('Nothing is dismissed');
  });

  it('gives no deal an arrival that was dismissed, until its license is the deal’s', async () => {
    const { agreementId, agreement, license } = await purchaseElsewhere(product);
    await arrive(product, agreementId);
    const registration = await eventually(() => product.db.registrations.findOne({}).lean());
    await letWait(product);
    await dismiss(arrivalUrl(registration._id));
    const deal = await offeredDeal(product);
    await product.db.registrations.updateOne({ _id: registration._id }, { $unset: { licenseArn: '' } });
    expect(await replayArrivals(arrivalNeeds(product.deps))).toBe(0);
    const { licenseArn } = registration;
    await product.db.registrations.updateOne({ _id: registration._id }, { $set: { licenseArn } });
    await sendEvent(product, agreement);
    await sendEvent(product, license);
    await letWait(product);
    await assign(support, eventUrl(agreement.id), deal.dealId);
    await reaches(product, deal.dealId, 'settingUp');
    expect((await support.get(unmatchedUrl)).html).not.toContain(arrivalUrl(registration._id));
  });

  it('is for sales and support alone', async () => {
    const { url } = await unmatched();
    const approver = await signedIn(product, 'approver');
    for (const path of [unmatchedUrl, url]) expect((await approver.get(path)).status).toBe(403);
    expect((await approver.get('/desk')).html).not.toContain(`href="${unmatchedUrl}"`);
    expect((await browserAt(product).get(unmatchedUrl)).location).toContain('/desk/sign-in');
    expect((await support.get(eventUrl('nothing'))).status).toBe(404);
  });
});
