import { describe, expect, it } from '@jest/globals';
import { AddressesPage } from '../../../../api/desk/mails/addresses/addresses-page.tsx';
import { DealMails } from '../../../../api/desk/mails/deal-mails.tsx';
import { mailFilterFrom } from '../../../../api/desk/mails/filter.ts';
import { MailPage } from '../../../../api/desk/mails/mail-page.tsx';
import { troubleOf } from '../../../../api/desk/mails/mail-words.ts';
import { MailsPage } from '../../../../api/desk/mails/mails-page.tsx';
import { isFormerAddress, whyNotAgain } from '../../../../api/desk/mails/resend.ts';
import { listed } from '../../../../api/desk/mails/templates/sample-mails.ts';
import { TemplatePage } from '../../../../api/desk/mails/templates/template-page.tsx';
import { TemplatesPage } from '../../../../api/desk/mails/templates/templates-page.tsx';
import type { Deal } from '../../../../deal/deal.ts';
import { languages } from '../../../../deal/people.ts';
import type { Stuck } from '../../../../deal/stuck.ts';
import { compose } from '../../../../emails/compose.ts';
import { vendorFrom } from '../../../../emails/mail.ts';
import { sampleMails } from '../../../../emails/samples/sample-mails.ts';
import { readConfig } from '../../../../shared/config.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import type { OutboxState } from '../../../../shared/models/outbox.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { approver, deskContextIn, staff } from '../desk-views.ts';
import { samples } from '../sample-deals.ts';
import { evil, mailView, mailWith } from './mail-views.ts';

const unwritten = /undefined|\[object|NaN|Invalid Date|=&gt; /;
const states: OutboxState[] = ['queued', 'sending', 'sent', 'skipped', 'failed', 'bounced'];
const vendor = vendorFrom(
  readConfig({
    VENDOR_NAME: 'Northern Lights Ltd',
    PUBLIC_URL: 'https://offers.vendor.example/',
    PRODUCT_CONSOLE_URL: 'https://console.vendor.example',
  }),
);

function expectReadable(html: string): void {
  expect(accessibilityProblems(html)).toEqual([]);
  expect(html).not.toMatch(unwritten);
  expect(html).not.toContain('<script>alert');
}

describe.each(languages)('the pages about mails in %s', lang => {
  const { mailLog } = messagesIn(lang);
  const context = deskContextIn(lang);
  const logOf = (view: object = {}) =>
    htmlOf(<MailsPage view={{ context, filter: {}, mails: [], companies: new Map(), ...view }} />);

  it('list mails of every kind and state', () => {
    const mails = [
      ...states.map((state, index) =>
        mailWith({ id: String(index), state, lastError: `550 5.1.1 ${evil}`, subject: undefined }),
      ),
      mailWith({ id: '7', channel: 'chat', template: 'stuckNotice', state: 'failed', lastError: '404' }),
      mailWith({ id: '8', dealId: undefined, template: 'emailVerification' }),
      mailWith({ id: '9', dealId: undefined, sample: { subject: 'S', html: '', text: '' } }),
    ];
    const html = logOf({ mails, companies: new Map([['k3v9q0t2xw', `Aozora ${evil}`]]), nextCursor: 'abc' });
    expectReadable(html);
    for (const state of states) expect(html).toContain(mailLog.states[state]);
    for (const text of [mailLog.chat, mailLog.account, mailLog.test, mailLog.accountMails.emailVerification])
      expect(html).toContain(text);
    expect(html.split(mailLog.troubles.noMailbox)).toHaveLength(5);
    expect(html).toContain(mailLog.troubles.chatNotTaken);
  });

  it('tell an empty log from a search without a result, and that from a day without trouble', () => {
    expect(logOf()).toContain(mailLog.empty);
    expect(logOf({ filter: { q: 'a@b.example' } })).toContain(mailLog.noResult);
    expect(logOf({ filter: { group: 'problems' } })).toContain(mailLog.noProblems);
    expectReadable(logOf({ filter: { group: 'problems' } }));
  });

  it.each(states)('show one mail that is %s', state => {
    const mail = mailWith({ state, lastError: '451 4.7.1 greylisted' });
    for (const isBad of [true, false])
      expectReadable(htmlOf(<MailPage view={mailView(lang, { mail, isBad })} />));
  });

  it.each([
    ['of an account', { dealId: undefined, template: 'emailVerification' as const }, 'account'],
    ['that waits', { state: 'queued' as const }, 'notWritten'],
    ['that was refused', { state: 'failed' as const }, 'neverSent'],
    ['whose text was kept for long enough', { state: 'sent' as const }, 'removed'],
  ])('say why there is nothing to show of a mail %s', (_which, change, why) => {
    const mail = mailWith({ ...change, html: undefined, text: undefined, subject: undefined });
    const deal = mail.dealId ? samples.offered?.deal : undefined;
    const html = htmlOf(<MailPage view={mailView(lang, { mail, deal })} />);
    expectReadable(html);
    expect(html).toContain(mailLog.notKept[why as keyof typeof mailLog.notKept]);
    expect(html).not.toContain('<iframe');
  });

  it('list the addresses that fail with the deals that wait', () => {
    const addresses = [
      {
        _id: 'a@b.example',
        since: new Date('2026-11-20T01:00:00Z'),
        reason: evil,
        source: 'server' as const,
      },
    ];
    const deals = [{ dealId: 'd1', company: `Aozora ${evil}` }];
    const view = {
      context,
      addresses,
      waiting: new Map([['a@b.example', deals]]),
      isCut: true,
      mayMark: true,
    };
    const html = htmlOf(<AddressesPage view={{ ...view, nowGood: 'a@b.example' }} />);
    expectReadable(html);
    expect(html).toContain(mailLog.addresses.tryAgain);
    const none = htmlOf(
      <AddressesPage view={{ ...view, addresses: [], waiting: new Map(), isCut: false }} />,
    );
    expectReadable(none);
    expect(none).toContain(mailLog.addresses.empty);
  });

  it('list every template with its readers', () => {
    const html = htmlOf(<TemplatesPage view={{ context, samples: listed(sampleMails(lang), vendor) }} />);
    expectReadable(html);
    for (const words of Object.values(messagesIn(lang).desk.mails)) expect(html).toContain(words);
    for (const words of Object.values(mailLog.accountMails)) expect(html).toContain(words);
    const links = html.match(/href="\/desk\/mails\/templates\/\w+\?[^"]*"/g) ?? [];
    expect(new Set(links).size).toBe(links.length);
    // One group is open; the others unfold by a press, also of the keyboard, and are named by their heading.
    expect(html.match(/<details class="card card--fold"( open)?><summary><h2>/g)).toHaveLength(3);
    expect(html.match(/<details class="card card--fold" open>/g)).toHaveLength(1);
  });

  it('show each template in each case', () => {
    const all = listed(sampleMails(lang), vendor);
    expect(all.length).toBeGreaterThan(40);
    for (const sample of all) {
      const shown = { ...sample, mail: compose(sample.draft(vendor)) };
      const cases = all.filter(({ template }) => template === shown.template);
      expect(new Set(cases.map(({ variant }) => variant)).size).toBe(cases.length);
      expectReadable(htmlOf(<TemplatePage view={{ context, shown, cases }} />));
      if (shown.group !== 'staff') expect(shown.mail.text).toContain('Northern Lights Ltd');
      expect(shown.mail.text).not.toContain('localhost:3000/');
    }
  });

  it('show the mails on the page of their deal, and the way to all when there are more than ten', () => {
    const mails = Array.from({ length: 11 }, (_, index) => mailWith({ id: String(index), state: 'bounced' }));
    const html = htmlOf(<DealMails context={context} dealId="d1" mails={mails} />);
    expect(html.match(/class="row-link"/g)).toHaveLength(10);
    expect(html).toContain('href="/desk/mails?q=d1"');
    const few = htmlOf(<DealMails context={context} dealId="d1" mails={mails.slice(1)} />);
    expect(few).not.toContain(mailLog.ofDeal.all);
    expect(htmlOf(<DealMails context={context} dealId="d1" mails={[]} />)).toContain(mailLog.ofDeal.none);
  });
});

describe('sending a mail again', () => {
  const waitedFor = { key: '9:offer:0', template: 'offer', reader: { to: 'owner' } } as const;
  const isMail = (stuck: Stuck): Stuck => ({ ...stuck, reason: 'mailNotSent' });
  const deal = (sample: string): Deal =>
    sample === 'waiting'
      ? { ...deal('offered'), mails: [waitedFor], stuck: deal('stuck').stuck.map(isMail) }
      : (samples[sample]?.deal as Deal);
  const why = (change: Parameters<typeof mailWith>[0], sample = 'offered', reader = staff) =>
    whyNotAgain({ mail: mailWith(change), deal: deal(sample), staff: reader });
  const asking = (template: 'offer' | 'inquiryReceived') => ({
    key: '1',
    template,
    reader: { to: 'owner' } as const,
  });

  it.each([
    ['waits', 'has not gone out', { state: 'queued' as const }, 'offered'],
    ['onDeal', 'has waited too long', { request: waitedFor, state: 'queued' as const }, 'waiting'],
    ['notKnown', 'was sent before requests were kept', { request: undefined }, 'offered'],
    ['closed', 'is about a closed deal', {}, 'lost'],
    ['onDeal', 'is one that the deal waits for', { request: waitedFor, state: 'failed' as const }, 'waiting'],
    ['reasonGone', 'tells what no longer holds', { request: asking('offer') }, 'active'],
    [undefined, 'may go out again', {}, 'offered'],
  ] as const)('is hindered by %s when it %s', (hindrance, _why, change, sample) => {
    expect(why(change, sample)).toBe(hindrance);
  });

  it('is hindered by a reader who has stopped such reminders', () => {
    const { contact } = deal('offered').inquiry;
    const stopped = { ...deal('offered'), remindersStopped: [contact.email.toLowerCase()] };
    const reader = { to: 'person', ...contact } as const;
    const asked = (template: 'offer' | 'offerExpiring') =>
      whyNotAgain({
        mail: mailWith({ template, request: { key: '1', template, reader }, to: contact }),
        deal: stopped,
        staff,
      });
    expect(asked('offerExpiring')).toBe('unwanted');
    expect(asked('offer')).toBeUndefined();
  });

  it('is for sales and support', () => {
    expect(why({}, 'offered', { ...approver, roles: ['approver'] })).toBe('notYours');
    expect(why({}, 'offered', { ...approver, roles: ['support'] })).toBeUndefined();
  });

  it('warns when the deal no longer writes to the address', () => {
    const reader = { to: 'person', name: 'A', email: 'former@aozora.example', language: 'ja' } as const;
    const request = { key: '1', template: 'offer', reader } as const;
    const mail = mailWith({ request, to: reader });
    expect(isFormerAddress({ mail, deal: deal('offered') })).toBe(true);
    const { email } = deal('offered').inquiry.contact;
    const known = { ...reader, email: email.toUpperCase() };
    const same = mailWith({ request: { ...request, reader: known }, to: known });
    expect(isFormerAddress({ mail: same, deal: deal('offered') })).toBe(false);
  });
});

describe('the words for an error', () => {
  it.each([
    ['550 5.1.1 no such user', 'noMailbox'],
    ['550 No such user here', 'noMailbox'],
    ['552 5.2.2 mailbox full', 'mailboxFull'],
    ['452 4.2.2 The email account is over quota', 'mailboxFull'],
    ['554 5.7.1 looks like spam', 'refusedAsSpam'],
    ['550-5.7.26 This mail has been blocked', 'refusedAsSpam'],
    ['451 4.7.1 greylisted, try again later', 'notYet'],
    ['421 Service not available', 'notYet'],
    ['connect ECONNREFUSED 127.0.0.1:25', 'notReached'],
    ['Greeting never received: timeout', 'notReached'],
    ['takes no mail since 2026-11-20 (550 5.1.1 no such user)', 'addressHeld'],
    ['deal k3v9q0t2xw has no offer to write about', 'nothingToSay'],
    ['smtp; 550 User unknown', 'noMailbox'],
    ['smtp;421 4.4.2 Timeout', 'notReached'],
    ['571 who knows', 'other'],
  ])('“%s” is %s', (error, trouble) => {
    expect(troubleOf({ lastError: error })).toBe(trouble);
  });
});

describe('the filter in the address', () => {
  it('leaves out what is empty or unknown', () => {
    const nothing = { group: undefined, q: undefined, cursor: undefined };
    expect(mailFilterFrom({ state: 'toString', q: '  ', cursor: '' })).toEqual(nothing);
    expect(mailFilterFrom({ state: 'problems', q: ' a@b.example ', cursor: '' })).toMatchObject({
      group: 'problems',
      q: 'a@b.example',
    });
  });
});
