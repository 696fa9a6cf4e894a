import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffSteps } from '../../../api/deals/steps.ts';
import { kebabCase } from '../../../api/kebab-case.ts';
import { openDeal } from '../../../api/service/open.ts';
import { commandSchemas } from '../../../deal/contract/commands.ts';
import { rules } from '../../../deal/decider.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { settled } from '../../support/deals.ts';
import { eventually } from '../../support/eventually.ts';
import { call, dealWhich, mailsTo, reaches, staffAt } from '../../support/people.ts';
import { type Product, startProduct, tokens } from '../../support/product.ts';
import { dayAfter, sampleInquiry, sampleTerms } from '../../support/samples.ts';

describe('steps of a deal over HTTP', () => {
  let product: Product;
  const sales = () => staffAt(product, 'sales');
  const support = () => staffAt(product, 'support');

  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  async function newDeal(): Promise<string> {
    const { dealId } = await openDeal(product.deps, { inquiry: sampleInquiry(), commandId: randomUUID() });
    return dealId;
  }

  it('answers 200 with the entry it led to, and the next read shows it', async () => {
    const dealId = await newDeal();
    const { seq } = await settled(product, dealId);
    const answer = await sales().step(dealId, 'propose-terms', { terms: sampleTerms(Date.now()) });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      outcome: 'applied',
      entry: { seq: seq + 1, by: { id: 'api:sales' }, event: { type: 'proposeTerms' } },
    });
    expect((await sales().deal(dealId)).stage).toBe('negotiating');
  });

  it('answers 409 with the reason when the deal refuses, and the timeline keeps the refusal', async () => {
    const dealId = await newDeal();
    const answer = await sales().step(dealId, 'withdraw-offer', { reason: 'mistake' });
    expect(answer.status).toBe(409);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      type: 'urn:offerdesk:problem:refused',
      reason: 'notNow',
      detail: expect.stringContaining(messagesIn('en').deal.refusals.notNow),
    });
    expect((await sales().timeline(dealId))[0]).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'notNow' },
    });
  });

  it('names every field of terms that breaks a limit of AWS', async () => {
    const dealId = await newDeal();
    const terms = sampleTerms(Date.now(), {
      buyerAwsAccountIds: ['123'],
      offerExpiresOn: dayAfter(Date.now(), -1),
    });
    const { status, body } = await sales().step(dealId, 'propose-terms', { terms });
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { pointer: '/terms/buyerAwsAccountIds/0', detail: 'An AWS account ID has 12 digits.' },
      { pointer: '/terms/offerExpiresOn', detail: expect.stringContaining('has passed') },
    ]);
  });

  it('answers the same key with the same entry, and writes one line only', async () => {
    const dealId = await newDeal();
    const seq = (await settled(product, dealId)).seq + 1;
    const key = randomUUID();
    const note = { text: 'called them' };
    const answers = await Promise.all([1, 2, 3].map(() => sales().step(dealId, 'add-note', note, key)));
    expect(answers.map(each => each.body.entry.seq)).toEqual([seq, seq, seq]);
    expect((await sales().step(dealId, 'add-note', note, key)).body.entry.seq).toBe(seq);
    expect(
      (await sales().timeline(dealId)).filter(entry => entry.commandId?.endsWith(`:${key}`)),
    ).toHaveLength(1);
  });

  it('refuses a key that was used for something else', async () => {
    const dealId = await newDeal();
    const key = randomUUID();
    await sales().step(dealId, 'add-note', { text: 'one' }, key);
    const { status, body } = await sales().step(dealId, 'add-note', { text: 'two' }, key);
    expect([status, body.type]).toEqual([422, 'urn:offerdesk:problem:commandIdReused']);
  });

  it('opens one deal for one key, whoever repeats it', async () => {
    const commandId = randomUUID();
    const opened = await Promise.all(
      [1, 2].map(() => openDeal(product.deps, { inquiry: sampleInquiry(), commandId })),
    );
    expect(new Set(opened.map(each => each.dealId)).size).toBe(1);
  });

  it('answers 202 with the place to look while no worker runs, and loses nothing', async () => {
    const dealId = await newDeal();
    await product.stopWorker();
    const key = randomUUID();
    const answer = await sales().begin(dealId, 'add-note', { text: 'while nobody works' }, key);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      202,
      `/api/deals/${dealId}/commands/${key}`,
    ]);
    expect((await sales().command(dealId, key)).status).toBe(202);
    await product.startWorker();
    const decided = await eventually(async () => {
      const { status, body } = await sales().command(dealId, key);
      return status === 200 && body;
    });
    expect(decided).toMatchObject({ outcome: 'applied', entry: { event: { text: 'while nobody works' } } });
  });

  it('says of a deal that nobody has recorded yet that it is being opened, and takes steps for it', async () => {
    await product.stopWorker();
    const opened = await openDeal(product.deps, { inquiry: sampleInquiry(), commandId: randomUUID() });
    const url = `${product.url}/api/deals/${opened.dealId}`;
    const read = await call(url, { token: tokens.sales });
    expect([opened.recorded, read.status, read.headers.get('retry-after')]).toEqual([
      false,
      503,
      expect.any(String),
    ]);
    const key = randomUUID();
    const answer = await sales().begin(opened.dealId, 'add-note', { text: 'at once' }, key);
    expect([answer.status, (await sales().command(opened.dealId, key)).status]).toEqual([202, 202]);
    await product.startWorker();
    await eventually(async () => (await sales().command(opened.dealId, key)).status === 200);
  });

  it('knows nobody without a token, and no role may do the work of another', async () => {
    const dealId = await newDeal();
    const url = `${product.url}/api/deals/${dealId}`;
    expect((await call(url)).status).toBe(401);
    expect((await call(url, { token: 'guess' })).status).toBe(401);
    const approval = { token: tokens.sales, key: randomUUID(), body: { version: 1 } };
    expect((await call(`${url}/approve-offer`, approval)).status).toBe(403);
  });

  it('answers 404 for a deal that is not there, to a read and to a step', async () => {
    expect((await call(`${product.url}/api/deals/nowhere`, { token: tokens.sales })).status).toBe(404);
    expect((await sales().step('nowhere', 'add-note', { text: 'x' })).status).toBe(404);
  });

  it('refuses a body that is not of the step with the field that is wrong', async () => {
    const dealId = await newDeal();
    const { status, body } = await sales().step(dealId, 'mark-negotiation-done', { version: 'first' });
    expect([status, body.errors[0].pointer]).toEqual([422, '/version']);
    expect((await sales().step(dealId, 'add-note', { text: 'x', extra: 1 })).status).toBe(422);
  });

  it('tells a closed deal from an unknown one', async () => {
    const dealId = await newDeal();
    await sales().step(dealId, 'close-deal', { reason: 'bought elsewhere' });
    await dealWhich(product, dealId, deal => deal.closed && deal.mails.length === 0);
    await eventually(async () => (await sales().step(dealId, 'add-note', { text: 'x' })).status === 409);
  });

  it('finds a deal by any id, e-mail, domain or word of the company', async () => {
    const contact = { ...sampleInquiry().contact, email: `kei@${randomUUID().slice(0, 8)}.example` };
    const { dealId } = await openDeal(product.deps, {
      inquiry: sampleInquiry({ company: 'Kaede Robotics 株式会社', contact }),
      commandId: randomUUID(),
    });
    await dealWhich(product, dealId, () => true);
    for (const q of [dealId, contact.email, contact.email.split('@')[1] ?? '', 'robot']) {
      const { body } = await support().list(new URLSearchParams({ q }).toString());
      expect(body.deals.map((deal: { dealId: string }) => deal.dealId)).toContain(dealId);
    }
  });

  it('gives every deal once over all pages of the list', async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map(newDeal));
    // What happens to a deal meanwhile moves it to the first page again.
    for (const id of ids) await settled(product, id);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await sales().list(
        new URLSearchParams({ limit: '2', ...(cursor && { cursor }) }).toString(),
      );
      seen.push(...body.deals.map((deal: { dealId: string }) => deal.dealId));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of ids) expect(seen).toContain(id);
  });

  it('asks an approver when a limit is passed, and goes on once he agrees', async () => {
    const dealId = await newDeal();
    await sales().step(dealId, 'propose-terms', { terms: sampleTerms(Date.now(), { durationMonths: 48 }) });
    await sales().step(dealId, 'mark-negotiation-done', { version: 1 });
    await reaches(product, dealId, 'approving');
    await eventually(async () => (await mailsTo(product, 'approver@example.com')).length > 0, {
      what: 'a mail to the approver',
    });
    expect((await staffAt(product, 'approver').step(dealId, 'approve-offer', { version: 1 })).status).toBe(
      200,
    );
    await reaches(product, dealId, 'offered');
  });
});

describe('the contract', () => {
  it('has a rule and a schema for each command, and one path a staff step', () => {
    expect(Object.keys(commandSchemas).sort()).toEqual(Object.keys(rules).sort());
    expect(new Set(staffSteps.map(kebabCase)).size).toBe(staffSteps.length);
    expect(staffSteps).toEqual(expect.arrayContaining(['proposeTerms', 'takeBackReminder', 'markSolved']));
    for (const type of ['offerSeen', 'agreementEvent', 'mailBounced', 'linkOrganization'])
      expect(staffSteps).not.toContain(type);
    expect(kebabCase('markNegotiationDone')).toBe('mark-negotiation-done');
  });
});
