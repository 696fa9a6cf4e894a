import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { eventually } from '../../../support/eventually.ts';
import { dealWhich, reaches } from '../../../support/people.ts';
import { type Product, password, startProduct } from '../../../support/product.ts';
import { dayAfter } from '../../../support/samples.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { browserAt, type Colleague, newDeal, signedIn, typedTerms } from '../at-the-desk.ts';

// The desk in a browser without script.

let product: Product;
let sales: Colleague;
let approver: Colleague;

beforeAll(async () => {
  product = await startProduct();
  sales = await signedIn(product);
  approver = await signedIn(product, 'approver');
});
afterAll(() => product?.stop());

const at = (dealId: string, step: string) => `${dealUrl(dealId)}/${step}`;
const step = (who: Colleague, dealId: string, name: string, fields = {}) =>
  who.press(dealUrl(dealId), at(dealId, name), fields);
const propose = (dealId: string, change = {}) =>
  sales.press(at(dealId, 'terms'), at(dealId, 'terms'), typedTerms(product, change));

async function offeredDeal(): Promise<string> {
  const dealId = await newDeal(product);
  await propose(dealId);
  await step(sales, dealId, 'mark-negotiation-done');
  await reaches(product, dealId, 'offered');
  return dealId;
}

describe('signing in', () => {
  it('sends a stranger to the door and back to the page he wanted', async () => {
    const stranger = browserAt(product);
    const { status, location } = await stranger.get('/desk/deals?stage=offered');
    expect(status).toBe(303);
    expect(location).toBe('/desk/sign-in?next=%2Fdesk%2Fdeals%3Fstage%3Doffered');
    const email = 'Sales@Example.com';
    const answer = await stranger.press(location ?? '', '/desk/sign-in', { email, password });
    expect([answer.status, answer.location]).toEqual([303, '/desk/deals?stage=offered']);
    expect((await stranger.get('/desk/deals?stage=offered')).status).toBe(200);
  });

  it('says the same of a wrong password and of an address nobody has', async () => {
    const pages = await Promise.all(
      ['sales@example.com', 'nobody@example.com'].map(async email => {
        const page = await browserAt(product).press('/desk/sign-in', '/desk/sign-in', {
          email,
          password: 'wrong',
        });
        return [page.status, page.html.includes(email), /role="alert">.*?<\/p>/.exec(page.html)?.[0]];
      }),
    );
    expect(pages[0]).toEqual([422, true, expect.stringContaining('e-mail address or password is incorrect')]);
    expect(pages[1]).toEqual(pages[0]);
  });

  it('gives a new session, so that an id from before the sign-in is worth nothing', async () => {
    const browser = browserAt(product);
    const { html } = await browser.get('/desk/sign-in');
    const before = browser.cookies.get('offerdesk');
    const fields = { ...hiddenFields(html, '/desk/sign-in'), email: 'sales@example.com', password };
    await browser.post('/desk/sign-in', fields);
    expect(browser.cookies.get('offerdesk')).not.toBe(before);
    const thief = browserAt(product);
    thief.cookies.set('offerdesk', before ?? '');
    expect((await thief.get('/desk')).status).toBe(303);
  });

  it('ends on our side too when somebody signs out', async () => {
    const browser = await signedIn(product, 'support');
    const cookie = browser.cookies.get('offerdesk') ?? '';
    expect((await browser.press('/desk', '/desk/sign-out')).location).toBe('/desk/sign-in');
    browser.cookies.set('offerdesk', cookie);
    expect((await browser.get('/desk')).status).toBe(303);
  });

  it('lets nobody in who has left the company', async () => {
    const leaver = await signedIn(product, 'support');
    await product.db.staff.updateOne({ email: 'support@example.com' }, { active: false });
    expect((await leaver.get('/desk')).location).toContain('/desk/sign-in');
    await product.db.staff.updateOne({ email: 'support@example.com' }, { active: true });
  });

  it('lets the forms of two pages work that are opened at once right after it', async () => {
    const dealId = await newDeal(product);
    const colleague = await signedIn(product, 'support');
    const addNote = at(dealId, 'add-note');
    const pages = await Promise.all([1, 2, 3].map(() => colleague.get(dealUrl(dealId))));
    for (const { html } of pages) {
      const answer = await colleague.post(addNote, {
        ...hiddenFields(html, addNote),
        'addNote.text': 'seen',
      });
      expect(answer.status).toBe(303);
    }
  });

  it('does not take a post without the form’s token', async () => {
    const dealId = await newDeal(product);
    const answer = await sales.post(at(dealId, 'add-note'), { 'addNote.text': 'forged' });
    expect(answer.status).toBe(403);
  });
});

describe('the list', () => {
  it('finds a deal by the company and says so when nothing matches', async () => {
    const dealId = await newDeal(product, 'Findable Works');
    await dealWhich(product, dealId, Boolean);
    expect((await sales.get('/desk/deals?q=findable')).html).toContain(`href="${dealUrl(dealId)}"`);
    const nothing = await sales.get('/desk/deals?q=zzzzz&stage=&owner=&stuck=');
    expect(nothing.html).toContain('No deal matches');
    expect(accessibilityProblems(nothing.html)).toEqual([]);
  });

  it('is not broken by an address that somebody changed', async () => {
    expect((await sales.get('/desk/deals?stage=nonsense&stage=offered&q=%5B(*')).status).toBe(200);
    expect((await sales.get('/desk/deals?cursor=nonsense')).status).toBe(400);
  });

  it('speaks Japanese to those who ask for it', async () => {
    const dealId = await newDeal(product);
    const { html } = await sales.get(`${dealUrl(dealId)}?lang=ja`);
    expect(html).toContain('<html lang="ja">');
    expect(html).toContain('次にすること');
    await sales.get('/desk?lang=en');
  });
});

describe('a deal', () => {
  it('is a page that says there is no such deal when there is none', async () => {
    const { status, html } = await sales.get('/desk/deals/nosuchdeal');
    expect(status).toBe(404);
    expect(html).toContain('Deal not found');
  });

  it('goes from terms to an offer with the buttons alone', async () => {
    const dealId = await newDeal(product);
    const proposed = await propose(dealId);
    expect(proposed.status).toBe(303);
    const after = await sales.get(proposed.location ?? '');
    expect(after.html).toContain('The terms are proposed');
    expect(after.html).toMatch(/button--primary[^>]*>Mark negotiation done</);
    await step(sales, dealId, 'mark-negotiation-done');
    const deal = await reaches(product, dealId, 'offered');
    expect(deal.terms[0]?.terms).toMatchObject({ buyerAwsAccountIds: ['111122223333'] });
    const page = await sales.get(dealUrl(dealId));
    expect(page.html).toContain(deal.offers[0]?.offerId);
    expect(accessibilityProblems(page.html)).toEqual([]);
  });

  it('asks an approver when the terms pass a limit, and nobody else may decide', async () => {
    const dealId = await newDeal(product);
    await propose(dealId, { durationMonths: '48' });
    await step(sales, dealId, 'mark-negotiation-done');
    const page = await sales.get(dealUrl(dealId));
    expect(page.html).toContain('Needs approval: the term exceeds the limit');
    expect(page.html).not.toContain(at(dealId, 'approve-offer'));
    const untold = await step(approver, dealId, 'approve-offer', { 'approveOffer.comment': 'Fine.' });
    expect([untold.status, untold.html]).toEqual([
      422,
      expect.stringMatching(/<input[^>]* name="confirmed"[^>]* aria-invalid="true"/),
    ]);
    expect(untold.html).toContain('Tick that you have checked the terms.');
    await step(approver, dealId, 'approve-offer', { 'approveOffer.comment': 'Fine.', confirmed: 'yes' });
    expect((await reaches(product, dealId, 'offered')).approval?.comment).toBe('Fine.');
  });

  it('refuses with the reason and keeps what was typed', async () => {
    const dealId = await offeredDeal();
    const typed = { 'extendOffer.expiresOn': dayAfter(Date.now(), 2) };
    const answer = await step(sales, dealId, 'extend-offer', typed);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('The new last day must be later than the current one.');
    expect(answer.html).toContain(`value="${typed['extendOffer.expiresOn']}"`);
    const later = dayAfter(Date.now(), 40);
    await step(sales, dealId, 'extend-offer', { 'extendOffer.expiresOn': later });
    await dealWhich(product, dealId, deal => deal.offers[0]?.expiresOn === later);
  });

  it('asks again when a reason is missing, at its field', async () => {
    const dealId = await newDeal(product);
    const answer = await step(sales, dealId, 'close-deal', { 'closeDeal.reason': '  ' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<a href="#field-closeDeal-reason">');
    expect(accessibilityProblems(answer.html)).toEqual([]);
  });

  it('takes a note once, however often the form is sent, and other words as another one', async () => {
    const dealId = await newDeal(product);
    const { html } = await sales.get(dealUrl(dealId));
    const fields = { ...hiddenFields(html, at(dealId, 'add-note')), 'addNote.text': 'Called.' };
    for (const _again of [1, 2, 3])
      expect((await sales.post(at(dealId, 'add-note'), fields)).status).toBe(303);
    expect(await product.db.timeline.countDocuments({ dealId, 'entry.event.type': 'addNote' })).toBe(1);
    const changed = { ...fields, 'addNote.text': 'Something else.' };
    expect((await sales.post(at(dealId, 'add-note'), changed)).status).toBe(303);
    expect(await product.db.timeline.countDocuments({ dealId, 'entry.event.type': 'addNote' })).toBe(2);
  });

  it('gives an owner, and only one who works here and on deals', async () => {
    const dealId = await newDeal(product);
    for (const other of ['stranger@evil.example', 'admin@example.com'])
      expect((await step(sales, dealId, 'assign-owner', { 'assignOwner.owner': other })).status).toBe(422);
    expect((await sales.get(dealUrl(dealId))).html).not.toContain('value="admin@example.com"');
    await step(sales, dealId, 'assign-owner', { 'assignOwner.owner': 'support@example.com' });
    await dealWhich(product, dealId, deal => deal.owner === 'support@example.com');
    const [, thread] = (await sales.get(dealUrl(dealId))).html.split('id="thread-lines"');
    expect(thread).toMatch(/Owner assigned[^@]*>support</);
    expect((await sales.get('/desk/deals?owner=support%40example.com')).html).toContain(dealUrl(dealId));
  });

  it('skips the reminder that was pressed and no other', async () => {
    const dealId = await offeredDeal();
    await step(sales, dealId, 'skip-reminder');
    const deal = await dealWhich(product, dealId, ({ passed }) => passed.length === 1);
    expect(deal.passed[0]).toMatch(/^offerUnread:/);
  });

  it('sends a reminder early in ten seconds, and takes it back when the press is undone', async () => {
    const dealId = await offeredDeal();
    const sent = await step(sales, dealId, 'send-reminder-now');
    const said = await sales.get(sent.location ?? '');
    expect(said.html).toContain('The reminder goes out in ten seconds');
    expect(said.html).toContain('Goes out within ten seconds of the press');
    const undo = hiddenFields(said.html, at(dealId, 'take-back-reminder'));
    const undone = await sales.post(at(dealId, 'take-back-reminder'), undo);
    expect((await sales.get(undone.location ?? '')).html).toContain(
      'Taken back: the reminder stays as planned',
    );
    const deal = await dealWhich(product, dealId, ({ hurried }) => hurried.length === 0);
    expect([deal.passed, deal.mails.filter(({ template }) => template === 'offerUnread')]).toEqual([[], []]);
    const again = await sales.post(at(dealId, 'take-back-reminder'), { ...undo, nonce: 'another-press' });
    expect([again.status, again.html.includes('It can no longer be taken back')]).toEqual([409, true]);
  });

  it('keeps a step that was taken while no worker was there to decide it', async () => {
    const dealId = await newDeal(product);
    await product.stopWorker();
    const sent = await step(sales, dealId, 'add-note', { 'addNote.text': 'Late.' }).catch(
      error => error as Error,
    );
    await product.startWorker();
    if (sent instanceof Error) throw sent;
    const { status, location = '' } = sent;
    expect(status).toBe(303);
    await eventually(async () => (await sales.get(location)).html.includes('The note is added'), {
      what: 'the note',
    });
  });

  it('shows a step that has no entry yet as recorded, and looks again by itself', async () => {
    const dealId = await newDeal(product);
    const waiting = await sales.get(`${dealUrl(dealId)}?command=not-decided-yet`);
    expect(waiting.status).toBe(202);
    expect(waiting.html).toContain('Your step is recorded');
    expect(waiting.html).toContain(`data-refresh="${dealUrl(dealId)}?command=not-decided-yet"`);
  });

  it('shows a closed deal without any step', async () => {
    const dealId = await newDeal(product);
    await step(sales, dealId, 'close-deal', { 'closeDeal.reason': 'Bought elsewhere.' });
    await reaches(product, dealId, 'lost');
    const { html } = await sales.get(dealUrl(dealId));
    expect(html).toContain('This deal is closed: Lost');
    const forms = html.match(/<form method="post" action="[^"]*"/g) ?? [];
    expect(forms.filter(form => !form.includes('/desk/sign-out'))).toEqual([]);
  });
});

describe('the form of the terms', () => {
  it('comes back with every typed value and a message at each field', async () => {
    const dealId = await newDeal(product);
    const answer = await propose(dealId, {
      'signer.email': 'taro',
      buyerAwsAccountIds: '123',
      durationMonths: '7',
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('<a href="#field-signer-email">');
    expect(answer.html).toContain('123: An AWS account ID has 12 digits.');
    expect(answer.html).toMatch(/name="durationMonths"[^>]*value="7"/);
    expect(answer.html).toContain('value="12,000"');
    expect(accessibilityProblems(answer.html)).toEqual([]);
  });

  it('adds lines for payments without losing anything or checking yet', async () => {
    const dealId = await newDeal(product);
    const answer = await propose(dealId, { more: 'payments', 'signer.name': '' });
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('name="payment.7.amount"');
    expect(answer.html).not.toContain('role="alert"');
  });

  it('is checked while typing, in the reader’s words', async () => {
    const dealId = await newDeal(product);
    const check = at(dealId, 'terms/check');
    const { html } = await sales.get(at(dealId, 'terms'));
    const fields = {
      ...hiddenFields(html, at(dealId, 'terms')),
      ...typedTerms(product, { durationMonths: '99' }),
    };
    const answer = await sales.post(check, fields);
    expect(JSON.parse(answer.html)).toEqual({
      errors: { 'field-durationMonths': 'Enter a number in the range 1–60.' },
      output: { total: '$12,000.00', discount: '0%', approval: 'Needed: the term exceeds the limit' },
    });
  });

  it('shows what changed once there are two versions', async () => {
    const dealId = await newDeal(product);
    await propose(dealId);
    await propose(dealId, { durationMonths: '24' });
    const { html } = await sales.get(dealUrl(dealId));
    expect(html).toContain('<del><div>12 months</div></del>');
    expect(html).toContain('<ins><div>24 months</div></ins>');
  });
});

describe('a new inquiry', () => {
  const page = '/desk/inquiries/new';
  const typed = {
    company: 'Phone Corp.',
    name: 'Jo',
    email: 'jo@phone.example',
    message: 'Called about a year.',
  };

  it('opens a deal and shows it', async () => {
    const { status, location = '' } = await sales.press(page, page, {
      ...typed,
      language: 'en',
      timeZone: 'UTC',
    });
    expect(status).toBe(303);
    expect((await sales.get(location)).html).toContain('Phone Corp.');
  });

  it('keeps what was typed when something is missing', async () => {
    const fields = { ...typed, company: '', language: 'en', timeZone: 'UTC' };
    const answer = await sales.press(page, page, fields);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Enter the name of the company.');
    expect(answer.html).toContain('value="jo@phone.example"');
  });
});

// The last one: nobody can sign in from here for a while.
describe('somebody who tries passwords one after the other', () => {
  it('is stopped', async () => {
    const guesser = browserAt(product);
    const guess = () => guesser.post('/desk/sign-in', { email: 'sales@example.com', password: 'guess' });
    const statuses = await Promise.all(Array.from({ length: 21 }, async () => (await guess()).status));
    expect(statuses).toContain(429);
  });
});
