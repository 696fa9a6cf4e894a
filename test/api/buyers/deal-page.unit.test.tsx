import { dealContext } from '../../../api/buyers/deal-context.ts';
import { DealPage, type DealPageProps } from '../../../api/buyers/deal-page.tsx';
import { forwardMail } from '../../../api/buyers/forward.ts';
import { buyerStatus, withHyphens } from '../../../api/buyers/status.ts';
import { type Deal, signerOf } from '../../../deal/deal.ts';
import type { Language } from '../../../deal/people.ts';
import type { StuckReason, StuckStep } from '../../../deal/stuck.ts';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { samples, now as then } from '../desk/sample-deals.ts';
import { accessibilityProblems, htmlOf } from '../ui/accessibility.ts';
import { contextIn, keys } from '../ui/kitchen-sink.tsx';

const config = {
  OFFER_URL_TEMPLATE: 'https://aws.example/private-offer/{productId}?offerId={offerId}',
  products: [],
  PUBLIC_URL: 'https://desk.example',
  MARKETPLACE_MANAGE_URL: 'https://aws.example/subscriptions',
  PRODUCT_CONSOLE_URL: 'https://console.example/',
};
const sample = (name: string): Deal => {
  const story = samples[name];
  if (!story) throw new Error(`no sample ${name}`);
  return story.deal;
};

interface Wanted extends Omit<DealPageProps, 'page' | 'keys'> {
  deal: Deal;
  lang?: Language;
  now?: string;
}
const contextOf = ({ deal, lang = 'en', now = then }: Wanted) =>
  dealContext({
    context: contextIn(lang, '/offers/t'),
    visit: { deal, person: signerOf(deal), path: '/offers/t' },
    now,
    config,
  });
function page(wanted: Wanted): string {
  const { deal: _deal, lang: _lang, now: _now, ...more } = wanted;
  return htmlOf(DealPage({ page: contextOf(wanted), keys, ...more }));
}

const everySample = Object.keys(samples).flatMap(name => [
  [name, 'en' as const] as const,
  [name, 'ja' as const] as const,
]);

describe('the buyer’s deal page', () => {
  it.each(everySample)('says where a deal that is %s stands, in %s, accessibly', (name, lang) => {
    const deal = sample(name);
    const html = page({ deal, lang });
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).toContain(messagesIn(lang).offers.status[buyerStatus(deal, then)].title);
  });

  it('never shows terms that no offer was released for', () => {
    for (const name of ['inquiry', 'negotiating', 'approving', 'creatingOffer', 'lost']) {
      const html = page({ deal: sample(name) });
      expect(html).not.toMatch(/\$[\d,]+\.\d\d/);
      expect(html).not.toContain('111122223333');
    }
  });

  it('never shows what staff think, only what was agreed', () => {
    const html = page({ deal: sample('offered') });
    expect(html).not.toContain('12,000');
    expect(html).not.toContain('sato@vendor.example');
  });

  it('names the account, the units, both clocks and the way to AWS while the offer is open', () => {
    const html = page({ deal: sample('offered') });
    expect(html).toContain('1111-2222-3333');
    expect(html).toContain('Committed spend = 2, Premium support = 1');
    expect(html).toContain('December 12, 2026 at 8:59 AM JST');
    expect(html).toContain('December 11, 2026 at 11:59 PM UTC');
    expect(html).toContain('in 19 days');
    expect(html).toContain(
      'href="https://aws.example/private-offer/prod-examplecloud01?offerId=offer-abcdef123"',
    );
    expect(html).toContain('AWSMarketplaceManageSubscriptions');
    expect(html).toContain('Set up your account');
  });

  it('does not ask for units that AWS fixes in instalments', () => {
    const deal = sample('offered');
    const paymentSchedule = [{ chargeDate: '2027-01-01', amount: '22500.00' }];
    const terms = deal.terms.map(each => ({ ...each, terms: { ...each.terms, paymentSchedule } }));
    const html = page({ deal: { ...deal, terms } });
    expect(html).not.toContain('Units to choose');
    expect(html).toContain('January 1, 2027');
  });

  it('does not tell a buyer to wait when we wait for him, or for a mail', () => {
    const stuck = (sampleName: string, reason: StuckReason, step: StuckStep = 'setUp'): Deal => ({
      ...sample(sampleName),
      stuck: [{ step, reason, detail: '', since: then, cure: 'retryStep' }],
    });
    expect(buyerStatus(stuck('accepted', 'buyerAbsent'), then)).toBe('accepted');
    for (const reason of ['mailBounced', 'mailNotSent'] as const)
      expect(buyerStatus(stuck('accepted', reason, 'sendMails:9'), then)).toBe('accepted');
    expect(buyerStatus(stuck('accepted', 'agreementDiffers'), then)).toBe('delayed');
    expect(buyerStatus(stuck('activating', 'entitlementsMissing'), then)).toBe('delayed');
  });

  it('says plainly that a payment failed, and not that the agreement is over', () => {
    const { agreement, ...deal } = sample('active');
    if (!agreement) throw new Error('no agreement');
    const closed = { stage: 'ended', reason: 'ROLLED_BACK', at: then } as const;
    const unpaid: Deal = {
      ...deal,
      stage: 'ended',
      closed,
      agreement: { ...agreement, status: 'ROLLED_BACK' },
    };
    expect(buyerStatus(unpaid, then)).toBe('paymentFailed');
    expect(page({ deal: unpaid })).toContain('AWS could not collect the payment');
    expect(buyerStatus({ ...unpaid, agreement: { ...agreement, status: 'EXPIRED' } }, then)).toBe('ended');
  });

  it('stops offering the button the moment AWS ends the offer, whatever we have noticed', () => {
    const deal = sample('offered');
    const last = '2026-12-11T23:59:59.000Z';
    expect(page({ deal, now: last })).toContain('?offerId=');
    const over = page({ deal, now: '2026-12-12T00:00:00.000Z' });
    expect(over).not.toContain('?offerId=');
    expect(over).toContain('The offer has expired');
    expect(over).toContain('/offers/t/ask-for-more-time');
  });

  it('offers exactly what the deal would take', () => {
    const forms = (name: string) =>
      [...page({ deal: sample(name) }).matchAll(/action="\/offers\/t\/([a-z-]+)"/g)].map(([, ask]) => ask);
    const asks = ['ask-for-change', 'ask-for-more-time', 'write-to-us', 'decline-offer'];
    const ticks = ['preflight', 'preflight', 'preflight'];
    expect(forms('offered')).toEqual([...ticks, ...asks, 'stop-reminders', 'stop-reminders']);
    for (const name of ['accepted', 'settingUp', 'active'])
      expect(forms(name)).toEqual(['write-to-us', 'stop-reminders']);
    for (const name of ['negotiating', 'creatingOffer', 'activating'])
      expect(forms(name)).toEqual(['write-to-us']);
    for (const name of ['declined', 'expired']) expect(forms(name)).toEqual([]);
    expect(forms('proposed').slice(0, 3)).toEqual(['agree', 'ask-for-change', 'write-to-us']);
  });

  it('lets each reader stop the reminders, and have them again', () => {
    const deal = { ...sample('offered'), remindersStopped: ['tanaka@buyer.example'] };
    const html = page({ deal });
    expect(html).toContain('田中 一郎 gets no reminders');
    expect(html).toContain('Jane Doe is reminded by mail');
    expect(html).toContain('action="/offers/t/resume-reminders"');
    expect(html).toContain('action="/offers/t/stop-reminders"');
    expect(html).not.toContain('tanaka@buyer.example');
    expect(accessibilityProblems(html)).toEqual([]);
  });

  it('tells a refused press why, in words', () => {
    const entry = {
      seq: 9,
      at: then,
      decidedAt: then,
      by: { kind: 'buyer', id: 'x' },
      outcome: 'refused',
      refusal: { code: 'changeSetRunning' },
      event: { type: 'askForChange', message: 'x' },
    } as const;
    expect(page({ deal: sample('offered'), answer: { entry } })).toContain('AWS is still working');
    expect(page({ deal: sample('offered'), answer: {} })).toContain('We have received this');
  });

  it('gives a text back that could not be taken, escaped and in its place', () => {
    const draft = { ask: 'decline-offer', text: '</textarea><b>', nonce: 'kept' } as const;
    const html = page({ deal: sample('offered'), draft, notSent: true });
    expect(html).toContain('&lt;/textarea>&lt;b>');
    expect(html).toContain('value="kept"');
    expect(html).toContain('It will not be sent twice');
  });

  it('prepares a mail for whoever may accept, and leaves the address to the reader', () => {
    const href = forwardMail(contextOf({ deal: sample('offered') })) ?? '';
    expect(href).toMatch(/^mailto:\?subject=/);
    const mail = decodeURIComponent(href);
    for (const event of [
      'https://desk.example/offers/t',
      '$22,500.00',
      '1111-2222-3333',
      'Set up your account',
    ])
      expect(mail).toContain(event);
  });
});

it('writes account ids as the AWS console does', () => {
  expect(withHyphens('111122223333')).toBe('1111-2222-3333');
});
