import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { pagePath } from '../../../support/page-links.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields, visitor } from '../../buyers/visitor.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { type Colleague, newDeal, signedIn, typedTerms } from '../at-the-desk.ts';

describe('a draft of terms at the desk, on real servers', () => {
  let product: Product;
  let anna: Colleague;
  let ben: Colleague;
  beforeAll(async () => {
    product = await startProduct();
    anna = await signedIn(product, 'sales');
    ben = await signedIn(product, 'support');
  });
  afterAll(() => product?.stop());

  const at = (dealId: string) => `${dealUrl(dealId)}/terms`;
  const keepers = async (dealId: string) => (await anna.get(dealUrl(dealId))).html;
  const stored = (dealId: string) => product.db.termsDrafts.findById(dealId).lean();

  /** The form as somebody has it open; what is pressed and what the script sends are of one page. */
  async function open(who: Colleague, dealId: string) {
    const { html } = await who.get(at(dealId));
    const hidden = hiddenFields(html, at(dealId));
    return {
      html,
      hidden,
      send: (path: string, fields: Record<string, string>) =>
        who.post(`${at(dealId)}${path}`, { ...hidden, ...fields }),
    };
  }
  const keep = async (who: Colleague, dealId: string, fields: Record<string, string>) =>
    (await open(who, dealId)).send('', { ...fields, keep: 'yes' });

  it('is kept as typed, however wrong, seen by colleagues, opened again and not seen by the buyer', async () => {
    const dealId = await newDeal(product);
    const typed = typedTerms(product, {
      durationMonths: 'twelve?',
      offerExpiresOn: '',
      buyerAwsAccountIds: '12',
    });
    const kept = await keep(anna, dealId, typed);
    expect([kept.status, kept.headers.get('location')]).toEqual([303, `${dealUrl(dealId)}#draft`]);
    const { html } = await ben.get(dealUrl(dealId));
    expect(html).toContain('Draft kept by');
    expect(html).toContain('$12,000.00');
    expect(html).toContain('Still open');
    expect(accessibilityProblems(html)).toEqual([]);
    expect((await open(ben, dealId)).html).toContain('value="twelve?"');
    expect(await product.db.timeline.countDocuments({ dealId, 'entry.by.kind': 'staff' })).toBe(0);
    expect((await visitor(() => product.url).get(pagePath(product, { dealId }))).html).not.toMatch(
      /12,000|[Dd]raft/,
    );
  });

  it('does not go over what a colleague has kept, and keeps what was typed in the form', async () => {
    const dealId = await newDeal(product);
    await keep(anna, dealId, typedTerms(product, { durationMonths: '6' }));
    const mine = await open(anna, dealId);
    await keep(ben, dealId, typedTerms(product, { durationMonths: '7' }));
    const refused = await mine.send('', { ...typedTerms(product, { durationMonths: '8' }), keep: 'yes' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('has kept another draft');
    expect(refused.html).toContain('value="8"');
    expect(accessibilityProblems(refused.html)).toEqual([]);
    expect((await open(ben, dealId)).html).toContain('value="7"');
    // Pressed once more, it takes the place of the other knowingly.
    const again = {
      ...hiddenFields(refused.html, at(dealId)),
      ...typedTerms(product, { durationMonths: '8' }),
    };
    expect((await anna.post(at(dealId), { ...again, keep: 'yes' })).status).toBe(303);
    expect((await open(ben, dealId)).html).toContain('value="8"');
  });

  it('is kept while it is written: once however often it is sent, and what comes late goes over nothing', async () => {
    const dealId = await newDeal(product);
    const page = await open(anna, dealId);
    const first = typedTerms(product, { durationMonths: '1' });
    const one = await page.send('/keep', first);
    expect(one.status).toBe(200);
    const { draft } = JSON.parse(one.html);
    expect(JSON.parse((await page.send('/keep', first)).html).draft).toBe(draft);
    const second = typedTerms(product, { durationMonths: '2', draft });
    expect((await page.send('/keep', second)).status).toBe(200);
    expect((await page.send('/keep', first)).status).toBe(409);
    // A press on the same page comes after all that it has kept by itself, answered or not.
    expect(
      (await page.send('', { ...typedTerms(product, { durationMonths: '3' }), keep: 'yes' })).status,
    ).toBe(303);
    expect((await page.send('/keep', second)).status).toBe(409);
    expect((await stored(dealId))?.fields).toContainEqual({ name: 'durationMonths', value: '3' });
  });

  it('is gone once it is proposed, and not when the proposal does not hold', async () => {
    const dealId = await newDeal(product);
    await keep(anna, dealId, typedTerms(product));
    const page = await open(anna, dealId);
    expect((await page.send('', typedTerms(product, { durationMonths: '' }))).status).toBe(422);
    expect(await keepers(dealId)).toContain('Draft kept by');
    expect((await page.send('', typedTerms(product))).status).toBe(303);
    expect(await keepers(dealId)).not.toContain('Draft kept by');
    expect(await stored(dealId)).toBeNull();
  });

  it('of a colleague stays when other terms are proposed, and says so', async () => {
    const dealId = await newDeal(product);
    const page = await open(anna, dealId);
    await keep(ben, dealId, typedTerms(product, { durationMonths: '24' }));
    expect((await page.send('', typedTerms(product))).status).toBe(303);
    const html = await keepers(dealId);
    expect(html).toContain('Version 1 has been proposed since it was begun.');
    expect(html).toContain('Differs from version 1 in: Term');
    expect((await open(ben, dealId)).html).toContain('value="24"');
  });

  it('is discarded by whoever has seen what it says', async () => {
    const dealId = await newDeal(product);
    await keep(anna, dealId, typedTerms(product));
    const action = `${at(dealId)}/discard`;
    const seen = hiddenFields(await keepers(dealId), action);
    await keep(ben, dealId, typedTerms(product, { durationMonths: '36' }));
    const refused = await anna.post(action, seen);
    expect([refused.status, refused.html.includes('The draft is not discarded')]).toEqual([409, true]);
    expect((await anna.press(dealUrl(dealId), action)).status).toBe(303);
    expect(await stored(dealId)).toBeNull();
    expect((await open(anna, dealId)).html).not.toContain('value="36"');
  });

  it('is not written by those who propose nothing, nor longer than terms may be', async () => {
    const dealId = await newDeal(product);
    const approver = await signedIn(product, 'approver');
    expect((await keep(approver, dealId, typedTerms(product))).status).toBe(403);
    const long = Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`payment.${index}.amount`, '1'.repeat(9999)]),
    );
    expect((await keep(anna, dealId, long)).status).toBe(413);
    expect(await stored(dealId)).toBeNull();
  });
});
