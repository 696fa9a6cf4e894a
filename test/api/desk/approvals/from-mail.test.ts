import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { approvalSince } from '../../../../deal/negotiation/deadlines.ts';
import type { Actor } from '../../../../deal/people.ts';
import { type ApprovalAsked, approvalPageUrl } from '../../../../shared/approvals/approval-link.ts';
import { agreeOn, inquire, send } from '../../../support/deals.ts';
import { eventually } from '../../../support/eventually.ts';
import { dealWhich, type Mail, mailsTo, reaches, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { sampleTerms } from '../../../support/samples.ts';
import { hiddenFields, visitor } from '../../buyers/visitor.ts';
import { withoutEngine } from '../../buyers/without-engine.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { signedIn } from '../at-the-desk.ts';

const approver = 'approver@example.com';
const confirmed = { confirmed: 'yes' };

describe('an approver who decides from his mail', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.stop());

  async function waiting(company: string): Promise<string> {
    const dealId = await inquire(product, { company });
    await agreeOn(product, dealId, { durationMonths: 48 });
    await reaches(product, dealId, 'approving');
    return dealId;
  }
  const linkIn = ({ text }: Mail) => /\/approvals\/\S+/.exec(text)?.[0] ?? '';
  const linkIns = (company: string, email = approver) =>
    eventually(
      async () => {
        const mails = await mailsTo(product, email);
        return mails.map(mail => mail.subject.includes(company) && linkIn(mail)).find(Boolean) || undefined;
      },
      { what: `an approval mail about ${company}` },
    );
  /** A link as a mail would have it, but for what is changed. */
  async function linkTo(dealId: string, change: Partial<ApprovalAsked> = {}): Promise<string> {
    const deal = (await product.db.deals.findById(dealId).orFail()).deal;
    const asked = { dealId, version: 1, email: approver, askedAt: approvalSince(deal) };
    const endsAt = new Date(Date.parse(product.deps.now()) + 60_000).toISOString();
    const link = { publicUrl: '', secret: product.config.SESSION_SECRET };
    return approvalPageUrl(link, { ...asked, endsAt, ...change });
  }
  const anybody = () => visitor(() => product.url);
  /** Opens a link without a cookie and presses a button on its page. */
  async function press(link: string, answer: 'approve' | 'reject', fields: Record<string, string>) {
    const browser = anybody();
    const { html } = await browser.get(link);
    return browser.post(`${link}/${answer}`, { ...hiddenFields(html, `${link}/${answer}`), ...fields });
  }
  const decisionsIn = (dealId: string) =>
    product.db.timeline.countDocuments({
      dealId,
      'entry.event.type': { $in: ['approveOffer', 'rejectOffer'] },
    });

  it('sees all figures without a password, and says yes in his own name', async () => {
    const dealId = await waiting('Yes From Mail');
    const link = await linkIns('Yes From Mail');
    const browser = anybody();
    const page = await browser.get(link);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const words of ['the term exceeds the limit', 'List price', 'Discount', 'Limit', '48 months'])
      expect(page.html).toContain(words);
    expect(page.html).toContain('Other deals with this buyer');
    expect(accessibilityProblems(page.html)).toEqual([]);
    const fields = { ...hiddenFields(page.html, `${link}/approve`), ...confirmed };
    const yes = await browser.post(`${link}/approve`, fields);
    expect(yes.status).toBe(303);
    const told = await browser.get(yes.location ?? '');
    expect(told.html).toContain('The offer to Yes From Mail is approved');
    expect(told.html).toContain('approver, from the mail');
    const { approval } = await reaches(product, dealId, 'offered');
    expect(approval?.decidedBy).toMatchObject({ kind: 'staff', id: approver, via: 'mail' });
    expect((await (await signedIn(product)).get(`/desk/deals/${dealId}`)).html).toContain(
      'approver, from the mail',
    );
    // The answer to this very press may have been lost.
    const again = await browser.post(`${link}/approve`, fields);
    expect([again.status, again.location]).toEqual([303, yes.location]);
    expect(await decisionsIn(dealId)).toBe(1);
  });

  it('says no with a reason, which reaches the owner, and not without one', async () => {
    const dealId = await waiting('No From Mail');
    await staffAt(product, 'sales').step(dealId, 'assign-owner', { owner: 'sales@example.com' });
    const link = await linkIns('No From Mail');
    const empty = await press(link, 'reject', {});
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Write what must change');
    await press(link, 'reject', { 'rejectOffer.comment': 'Two years at most, please.' });
    const { approval } = await dealWhich(product, dealId, deal => deal.approval?.state === 'rejected');
    expect(approval).toMatchObject({ decidedBy: { id: approver, via: 'mail' } });
    await eventually(async () =>
      (await mailsTo(product, 'sales@example.com')).some(
        ({ subject, text }) =>
          subject.includes('No From Mail') && text.includes('Two years at most, please.'),
      ),
    );
  });

  it('ticks that money moves', async () => {
    const dealId = await waiting('No Tick');
    const unticked = await press(await linkTo(dealId), 'approve', {});
    expect(unticked.status).toBe(422);
    expect(await decisionsIn(dealId)).toBe(0);
  });

  it('has decided nothing where a scanner has opened every link', async () => {
    const dealId = await waiting('Scanned');
    const link = await linkIns('Scanned');
    const addresses = [link, `${link}/approve`, `${link}/reject`];
    for (const path of addresses)
      for (const method of ['GET', 'HEAD'])
        await fetch(`${product.url}${path}`, { method, redirect: 'manual' });
    expect(await decisionsIn(dealId)).toBe(0);
    expect((await anybody().get(link)).html).toContain('would like to release an offer to Scanned.');
  });

  it('cannot decide twice, nor change his mind', async () => {
    const dealId = await waiting('Twice');
    const link = await linkTo(dealId);
    const { html } = await anybody().get(link);
    await press(link, 'approve', confirmed);
    await dealWhich(product, dealId, deal => deal.approval?.state === 'approved');
    const late = await anybody().post(`${link}/reject`, {
      ...hiddenFields(html, `${link}/reject`),
      'rejectOffer.comment': 'On second thoughts, no.',
    });
    expect(late.status).toBe(410);
    expect(late.html).toContain('The offer to Twice is approved');
    expect(await decisionsIn(dealId)).toBe(1);
  });

  it('decides on the terms that he was asked about, and no others', async () => {
    const dealId = await waiting('Other Terms');
    const link = await linkTo(dealId);
    const { html } = await anybody().get(link);
    await agreeOn(product, dealId, { durationMonths: 60 });
    await dealWhich(product, dealId, ({ approval }) => approval?.version === 2);
    const old = await anybody().get(link);
    expect([old.status, old.html.includes('This link has been replaced')]).toEqual([410, true]);
    const fields = { ...hiddenFields(html, `${link}/approve`), ...confirmed, version: '2' };
    expect((await anybody().post(`${link}/approve`, fields)).status).toBe(410);
    expect((await dealWhich(product, dealId, deal => deal.approval)).approval?.state).toBe('pending');
  });

  it('comes in time', async () => {
    const dealId = await waiting('Too Late');
    const old = await anybody().get(await linkTo(dealId, { endsAt: product.deps.now() }));
    expect([old.status, old.html.includes('This link has ended')]).toEqual([410, true]);
    expect(old.html).not.toContain('Too Late');
  });

  it('is nobody to whom another seal was given', async () => {
    const dealId = await waiting('Forged');
    const link = await linkTo(dealId);
    const forged = [link.slice(0, -1), link.replace(/.$/, last => (last === 'A' ? 'B' : 'A'))];
    for (const path of forged) expect((await anybody().get(path)).status).toBe(404);
    const others = await linkTo(dealId, { email: 'nobody@example.com' });
    expect((await anybody().get(others)).status).toBe(404);
    expect((await anybody().post(`${forged[0]}/approve`, confirmed)).status).toBe(404);
  });

  it('is an approver still, and works here', async () => {
    const dealId = await waiting('Role Taken');
    const link = await linkTo(dealId);
    const { html } = await anybody().get(link);
    const fields = { ...hiddenFields(html, `${link}/approve`), ...confirmed };
    const change = (set: object) => product.db.staff.updateOne({ email: approver }, { $set: set });
    await change({ roles: ['support'] });
    expect((await anybody().get(link)).status).toBe(410);
    expect((await anybody().post(`${link}/approve`, fields)).status).toBe(410);
    await change({ roles: ['approver'], active: false });
    expect((await anybody().get(link)).status).toBe(404);
    expect((await anybody().post(`${link}/approve`, fields)).status).toBe(404);
    await change({ active: true });
    expect(await decisionsIn(dealId)).toBe(0);
  });

  it('is not who asked, nor anybody in the browser of a colleague', async () => {
    await product.db.staff.updateOne(
      { email: 'sales@example.com' },
      { $set: { roles: ['sales', 'approver'] } },
    );
    const sales = await signedIn(product);
    const dealId = await inquire(product, { company: 'Her Own' });
    const terms = sampleTerms(product.deps.now(), { durationMonths: 48 });
    const her = { kind: 'staff', id: 'sales@example.com', roles: ['sales'] } satisfies Actor;
    await send(product, dealId, { type: 'proposeTerms', terms }, her);
    await send(product, dealId, { type: 'markNegotiationDone', version: 1 }, her);
    await reaches(product, dealId, 'approving');
    const own = await linkTo(dealId, { email: her.id });
    expect((await anybody().get(own)).html).toContain('Somebody else decides on this one');
    const forwarded = await sales.get(await linkTo(dealId));
    expect([forwarded.status, forwarded.html.includes('This link is for somebody else')]).toEqual([
      410,
      true,
    ]);
    await product.db.staff.updateOne({ email: 'sales@example.com' }, { $set: { roles: ['sales'] } });
  });

  it('may be a stand-in, with a link of his own that ends with the absence', async () => {
    const until = new Date(Date.now() + 3 * 86_400_000);
    const away = { until, standIn: 'support@example.com' };
    await product.db.staff.updateOne({ email: approver }, { $set: { away } });
    const dealId = await waiting('Stood In');
    const link = await linkIns('Stood In', 'support@example.com');
    expect(link).not.toBe(await linkIns('Stood In'));
    expect((await anybody().get(link)).html).toContain('in place of approver@example.com');
    await product.db.staff.updateOne({ email: approver }, { $unset: { away: 1 } });
    expect((await anybody().get(link)).status).toBe(410);
    await product.db.staff.updateOne({ email: approver }, { $set: { away } });
    await press(link, 'approve', confirmed);
    const { approval } = await dealWhich(product, dealId, deal => deal.approval?.state === 'approved');
    expect(approval?.decidedBy).toMatchObject({
      id: 'support@example.com',
      standsInFor: approver,
      via: 'mail',
    });
    await product.db.staff.updateOne({ email: approver }, { $unset: { away: 1 } });
  });

  it('loses nothing while the engine is away', async () => {
    const dealId = await waiting('Engine Away');
    const link = await linkTo(dealId);
    const other = await withoutEngine(product);
    const there = visitor(() => other.url);
    const { html } = await there.get(link);
    const fields = { ...hiddenFields(html, `${link}/reject`), 'rejectOffer.comment': 'Kept words.' };
    const notTaken = await there.post(`${link}/reject`, fields);
    expect(notTaken.status).toBe(503);
    expect(notTaken.html).toContain('Kept words.');
    await other.stop();
    const again = hiddenFields(notTaken.html, `${link}/reject`);
    await anybody().post(`${link}/reject`, { ...again, 'rejectOffer.comment': 'Kept words.' });
    await dealWhich(product, dealId, deal => deal.approval?.state === 'rejected');
    expect(await decisionsIn(dealId)).toBe(1);
  });

  it('has a link that is kept nowhere', async () => {
    const dealId = await waiting('Kept Nowhere');
    const link = await linkIns('Kept Nowhere');
    const row = await eventually(() =>
      product.db.outbox.findOne({ dealId, template: 'approvalRequested', state: 'sent' }).lean(),
    );
    expect(row?.html).toContain('/approvals/…');
    expect(JSON.stringify(row)).not.toContain(link.split('/').at(-1));
  });

  it('is told of the other deals with the buyer', async () => {
    const dealId = await waiting('Known Buyer');
    const { html } = await anybody().get(`${await linkTo(dealId)}?lang=ja`);
    expect(html).toContain('このお客様とのほかの案件');
    expect(html).toContain('Kept Nowhere');
  });
});

describe('where deciding takes a sign-in', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ APPROVE_FROM_MAIL: 'signIn' });
  });
  afterAll(() => product?.stop());

  it('the mail leads to the desk, and so does a link of before', async () => {
    const dealId = await inquire(product, { company: 'Signed In' });
    await agreeOn(product, dealId, { durationMonths: 48 });
    const deal = await reaches(product, dealId, 'approving');
    const mail = await eventually(async () =>
      (await mailsTo(product, approver)).find(({ subject }) => subject.includes('Signed In')),
    );
    expect(mail.text).toContain(`/desk/approvals?deal=${dealId}`);
    expect(mail.text).not.toContain('/approvals/');
    const link = { publicUrl: '', secret: product.config.SESSION_SECRET };
    const endsAt = new Date(Date.now() + 60_000).toISOString();
    const asked = { dealId, version: 1, email: approver, askedAt: approvalSince(deal), endsAt };
    const old = await visitor(() => product.url).get(approvalPageUrl(link, asked));
    expect([old.status, old.location]).toEqual([303, `/desk/approvals?deal=${dealId}`]);
    const posted = await visitor(() => product.url).post(
      `${approvalPageUrl(link, asked)}/approve`,
      confirmed,
    );
    expect(posted.status).toBe(303);
    expect((await product.db.deals.findById(dealId).lean())?.deal.approval?.state).toBe('pending');
  });
});
