import { kebab } from '../../../api/deals/schemas.ts';
import { DealPage } from '../../../api/desk/deal/deal-page.tsx';
import { dealUrl } from '../../../api/desk/deal/view.ts';
import { DealsPage } from '../../../api/desk/deals/deals-page.tsx';
import { NewInquiryPage } from '../../../api/desk/inquiry/new-inquiry-page.tsx';
import { SignInPage } from '../../../api/desk/sign-in/sign-in-page.tsx';
import { languages } from '../../../shared/deal/people.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../ui/accessibility.ts';
import { contextIn, keys } from '../ui/kitchen-sink.tsx';
import { approver, dealView, deskContextIn, staff } from './desk-views.ts';
import { samples, sato } from './sample-deals.ts';

const unwritten = /undefined|\[object|NaN|Invalid Date|=&gt; /;
const action = (step: string) => `action="${dealUrl('k3v9q0t2xw')}/${step}"`;

describe.each(languages)('the page of a deal in %s', lang => {
  test.each(Object.keys(samples))('can be read by everybody when it is %s', sample => {
    for (const reader of [staff, approver]) {
      const html = htmlOf(<DealPage view={dealView({ lang, sample, reader })} />);
      expect(accessibilityProblems(html)).toEqual([]);
      expect(html).not.toMatch(unwritten);
      expect(html).toContain('&lt;b>From January.&lt;/b>');
    }
  });

  test('says why a deal is stuck, in AWS’s words too, with its cure', () => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'stuck' })} />);
    expect(html).toContain(messagesIn(lang).deal.stuck.changeSetFailed);
    expect(html).toContain('INVALID_INPUT: The buyer account 111122223333');
    expect(html).toContain(`href="${dealUrl('k3v9q0t2xw')}/terms"`);
    expect(html).toContain(action('retry-step'));
  });

  test('shows what was agreed beside what was accepted when they differ', () => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'differs' })} />);
    const { desk } = messagesIn(lang);
    for (const text of [desk.differences.account, '444455556666', desk.differences.total, '25,000.00'])
      expect(html.includes(text)).toBe(true);
  });

  test('tells a refused step from an applied one, with the reason', () => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'accepted' })} />);
    expect(html).toContain(messagesIn(lang).ui.refused);
    expect(html).toContain(messagesIn(lang).deal.refusals.expiryNotLater);
  });

  test('brings a form back with what was typed and what is wrong', () => {
    const name = 'closeDeal.reason';
    const attempt = { form: 'closeDeal', values: { [name]: 'half a reas' }, errors: { [name]: 'Too short' } };
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'negotiating', attempt })} />);
    expect(html).toContain('half a reas</textarea>');
    expect(html).toContain('<a href="#field-closeDeal-reason">Too short</a>');
    expect(html).toMatch(/<details class="disclosure" open>/);
  });

  test.each([
    ['applied', { state: 'applied', action: 'addNote' }],
    ['refused', { state: 'refused', action: 'extendOffer', reason: 'Because.' }],
    ['pending', { state: 'pending', commandId: 'c-99' }],
  ] as const)('tells that a step is %s', (_state, outcome) => {
    const html = htmlOf(<DealPage view={dealView({ lang, sample: 'offered', outcome })} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(unwritten);
  });
});

describe('the steps on the page of a deal', () => {
  const html = (sample: string, reader = staff) =>
    htmlOf(<DealPage view={dealView({ lang: 'en', sample, reader })} />);
  const primary = (page: string) => /button--primary[^>]*>([^<]+)</.exec(page)?.[1];

  test.each([
    ['inquiry', 'Propose terms'],
    ['negotiating', 'Mark negotiation done'],
    ['moreTime', 'Extend'],
    ['stuck', 'Propose terms'],
    ['creatingOffer', undefined],
    ['active', undefined],
  ])('begin, for sales and a deal that is %s, with %s', (sample, label) => {
    expect(primary(html(sample))).toBe(label);
  });

  test('let an approver decide, but not whoever asked for the approval', () => {
    expect(primary(html('approving', approver))).toBe('Approve');
    const asker = { ...staff, roles: ['sales', 'approver'] as const };
    const page = htmlOf(
      <DealPage
        view={dealView({ lang: 'en', sample: 'approving', reader: { ...asker, roles: [...asker.roles] } })}
      />,
    );
    expect(page).not.toContain(action('approve-offer'));
    expect(page).toContain(messagesIn('en').deal.refusals.approverIsRequester);
  });

  test('do not change an offer while AWS works on it', () => {
    for (const step of ['proposeTerms', 'closeDeal', 'extendOffer', 'withdrawOffer'])
      expect(html('creatingOffer')).not.toContain(action(kebab(step)));
    expect(html('offered')).toContain(action('extend-offer'));
  });

  test('are none once the deal is closed', () => {
    for (const sample of ['ended', 'declined', 'withdrawn', 'expired', 'lost'])
      expect(html(sample).match(/action="[^"]+"/g)).toEqual(['action="/desk/sign-out"']);
  });

  test('have one command id each', () => {
    const nonces = [...html('offered').matchAll(/name="nonce" value="([^"]+)"/g)].map(([, nonce]) => nonce);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test('send or leave out each planned mail by its key', () => {
    const page = html('offered');
    expect(page.match(/send-reminder-now"/g)).toHaveLength(3);
    expect(page).toContain('name="key" value="offerExpiring:offer-abcdef123:2026-12-11:7"');
  });
});

test('shows what differs between two versions and who proposed each', () => {
  const html = htmlOf(<DealPage view={dealView({ lang: 'en', sample: 'negotiating' })} />);
  expect(html).toMatch(/<del><div>December 4, 2026<\/div><\/del>/);
  expect(html).toMatch(/<ins><div>December 11, 2026<\/div><\/ins>/);
  expect(html).toContain(`Proposed by ${sato.name}`);
});

test('warns of an agreement the buyer already has', () => {
  const others = [samples.active?.deal].filter(deal => deal !== undefined);
  const html = htmlOf(<DealPage view={dealView({ lang: 'en', sample: 'inquiry', others })} />);
  expect(html).toContain('This buyer already has an agreement');
  expect(html).toContain('agmt-0123456789abcdef');
});

describe.each(languages)('the list of deals in %s', lang => {
  const list = messagesIn(lang).desk.list;
  const deals = Object.values(samples).map(({ deal }) => deal);
  const colleagues = [staff, approver];

  test('shows every deal with a link, its stage and what is stuck', () => {
    const html = htmlOf(
      <DealsPage
        view={{ context: deskContextIn(lang), deals, filter: { q: 'buyer' }, colleagues, nextCursor: 'abc' }}
      />,
    );
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(unwritten);
    expect(html.match(/class="row-link"/g)).toHaveLength(deals.length);
    const { deal, ui } = messagesIn(lang);
    expect(html).toContain(ui.labelled(list.stuck, deal.stuck.changeSetFailed));
    expect(html).toContain('href="/desk?q=buyer&amp;cursor=abc"');
  });

  test('tells an empty desk from a search without a result', () => {
    const page = (filter: object) =>
      htmlOf(<DealsPage view={{ context: deskContextIn(lang), deals: [], filter, colleagues }} />);
    expect(page({})).toContain(list.empty);
    expect(page({ q: 'nobody' })).toContain(list.noResult);
    expect(accessibilityProblems(page({}))).toEqual([]);
  });
});

describe.each(languages)('the forms of the desk in %s', lang => {
  test('keep the e-mail and not the password of a failed sign-in', () => {
    const view = { context: contextIn(lang), keys, next: '/desk', email: 'a@b.example', wrong: true };
    const html = htmlOf(<SignInPage view={view} />);
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain('value="a@b.example"');
    expect(html).not.toMatch(/type="password"[^>]*value="[^"]/);
  });

  test('take an inquiry that came by phone', () => {
    const fields = {
      company: 'A',
      name: '',
      email: '',
      language: lang,
      timeZone: 'Asia/Calcutta',
      awsAccountId: '',
      message: '',
    };
    const html = htmlOf(
      <NewInquiryPage view={{ context: deskContextIn(lang), fields, errors: { name: 'Missing' } }} />,
    );
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain('<option value="Asia/Calcutta" selected');
  });
});
