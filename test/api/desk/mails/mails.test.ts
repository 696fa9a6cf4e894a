import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealUrl } from '../../../../api/desk/deal/view.ts';
import { logUrl } from '../../../../api/desk/mails/filter.ts';
import { readMails } from '../../../../api/desk/mails/find-mails.ts';
import { addressesUrl, mailsUrl } from '../../../../api/desk/mails/view.ts';
import { sendAccountMail } from '../../../../shared/mail/account-mail.ts';
import { startMailServer } from '../../../activities/mail/mail-server.ts';
import { eventually } from '../../../support/eventually.ts';
import { dealWhich, staffAt } from '../../../support/people.ts';
import { type Product, startProduct } from '../../../support/product.ts';
import { hiddenFields } from '../../buyers/visitor.ts';
import { accessibilityProblems } from '../../ui/accessibility.ts';
import { browserAt, type Colleague, signedIn } from '../at-the-desk.ts';
import { dealWith, freshAddress, mailTo, putMail } from './logged-mails.ts';

describe('the mails at the desk', () => {
  let server: Awaited<ReturnType<typeof startMailServer>>;
  let product: Product;
  let sales: Colleague;
  let approver: Colleague;
  beforeAll(async () => {
    server = await startMailServer();
    product = await startProduct({ SMTP_URL: server.url });
    sales = await signedIn(product);
    approver = await signedIn(product, 'approver');
  });
  afterAll(async () => {
    await product?.stop();
    await server?.stop();
  });
  const factsOf = async (dealId: string) =>
    (await staffAt(product, 'sales').timeline(dealId)).map(
      ({ event, outcome }) => `${event.type} ${outcome}`,
    );

  describe('the log', () => {
    it('shows every mail of a deal with its reader, its company and its state', async () => {
      const { dealId, email } = await dealWith(product);
      await mailTo(product, email);
      const { status, html } = await sales.get(logUrl({ q: dealId }));
      expect(status).toBe(200);
      for (const text of [
        'Receipt of the inquiry',
        'Notice of the inquiry',
        email,
        'sales@example.com',
        'Sent',
      ])
        expect(html).toContain(text);
      expect(html).toContain(`<a href="${dealUrl(dealId)}">Aozora Trading</a>`);
      expect(accessibilityProblems(html)).toEqual([]);
      expect((await sales.get(dealUrl(dealId))).html).toContain((await mailTo(product, email)).url);
    });

    it('finds an address however it is written, and nothing for a part of one', async () => {
      const mail = await putMail(product, { email: freshAddress('Mixed.Case') });
      const { email } = mail.to;
      expect((await sales.get(logUrl({ q: email.toUpperCase() }))).html).toContain(mail.url);
      expect((await sales.get(logUrl({ q: email.slice(1) }))).html).toContain('No mail matches');
    });

    it('tells problems, waiting, sent and not needed apart', async () => {
      const email = freshAddress();
      const states = ['failed', 'bounced', 'queued', 'sending', 'sent', 'skipped'] as const;
      const mails = await Promise.all(states.map(state => putMail(product, { email, state })));
      const shown = async (group: 'problems' | 'waiting' | 'sent' | 'skipped') => {
        const { html } = await sales.get(logUrl({ q: email, group }));
        return mails.filter(({ url }) => html.includes(`"${url}"`)).map(({ state }) => state);
      };
      expect(await shown('problems')).toEqual(['failed', 'bounced']);
      expect(await shown('waiting')).toEqual(['queued', 'sending']);
      expect(await shown('sent')).toEqual(['sent']);
      expect(await shown('skipped')).toEqual(['skipped']);
    });

    it('goes through all pages without showing a mail twice, even of one moment', async () => {
      const email = freshAddress();
      const createdAt = new Date(product.deps.now());
      await Promise.all(Array.from({ length: 60 }, () => putMail(product, { email, createdAt })));
      const seen: string[] = [];
      let next: string | undefined = logUrl({ q: email });
      while (next) {
        const { html } = await sales.get(next);
        seen.push(...[...html.matchAll(/class="row-link" href="([^"]+)"/g)].map(([, url]) => url as string));
        next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      }
      expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
    });

    it.each([
      ['everything', {}],
      ['a state', { group: 'problems' }],
      ['an address', { q: 'a@b.example' }],
      ['an address and a state', { q: 'a@b.example', group: 'waiting' }],
      ['a deal', { q: 'somedeal' }],
    ] as const)('is read by index and never sorted in memory, for %s', async (_what, filter) => {
      const plans: string[] = [];
      const { outbox } = product.db;
      const spied = {
        find: (...args: Parameters<typeof outbox.find>) => {
          const query = outbox.find(...args);
          const lean = query.lean.bind(query);
          query.lean = (async () => {
            plans.push(JSON.stringify(await query.clone().explain('queryPlanner')));
            return lean();
          }) as unknown as typeof query.lean;
          return query;
        },
      } as unknown as typeof outbox;
      await readMails({ outbox: spied }, filter);
      expect(plans).toHaveLength(1);
      const winning = /"winningPlan":(.*?),"rejectedPlans"/.exec(plans[0] ?? '')?.[1];
      expect(winning).toContain('IXSCAN');
      expect(winning).not.toMatch(/COLLSCAN|"stage":"SORT"/);
    });

    it('is not broken by an address that somebody changed', async () => {
      expect((await sales.get(`${mailsUrl}?state=constructor&q=a&q=b`)).status).toBe(200);
      for (const cursor of ['nonsense', Buffer.from('2026-01-01T00:00:00Z nonsense').toString('base64url')])
        expect((await sales.get(`${mailsUrl}?cursor=${cursor}`)).status).toBe(400);
      for (const id of ['nonsense', '0123456789abcdef01234567'])
        for (const path of ['', '/content'])
          expect((await sales.get(`${mailsUrl}/${id}${path}`)).status).toBe(404);
    });

    it('shows nothing to strangers', async () => {
      const { url } = await putMail(product, { html: '<p>Secret</p>' });
      const stranger = browserAt(product);
      for (const path of [mailsUrl, url, `${url}/content`, addressesUrl]) {
        const answer = await stranger.get(path);
        expect([answer.status, answer.location]).toEqual([303, expect.stringContaining('/desk/sign-in')]);
        expect(answer.html).not.toContain('Secret');
      }
    });
  });

  describe('one mail', () => {
    it('shows its headers and what it said, without the reader’s own link', async () => {
      const { email } = await dealWith(product);
      const mail = await mailTo(product, email);
      const page = await sales.get(mail.url);
      for (const text of [product.config.MAIL_FROM, email, mail.subject, mail.messageId])
        expect(page.html.replaceAll('&lt;', '<')).toContain(text);
      expect(page.html).toContain(`<iframe class="mail__frame" src="${mail.url}/content"`);
      expect(page.html).toMatch(/<iframe[^>]* sandbox(="")?[ >]/);
      expect(accessibilityProblems(page.html)).toEqual([]);
      const content = await approver.get(`${mail.url}/content`);
      expect(content.html).toContain('Your inquiry has reached our team.');
      expect(content.html).not.toMatch(/\/offers\/[\w.~-]+/);
    });

    it('comes in a sandbox of its own, where nothing runs and nothing is fetched', async () => {
      const { url } = await putMail(product, { html: '<p>Hello</p>' });
      const { headers } = await sales.get(`${url}/content`);
      const policy = headers.get('content-security-policy')?.split('; ');
      expect(policy).toEqual([
        'sandbox',
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        'img-src data:',
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
      ]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    });

    it('says of a mail about an account no more than was kept', async () => {
      const email = freshAddress();
      const key = randomUUID();
      const verifyUrl = `${product.url}/accounts/verify/secret-${key}`;
      const expiresAt = new Date(Date.parse(product.deps.now()) + 3_600_000).toISOString();
      const props = { name: 'Hanako', verifyUrl, expiresAt };
      const to = { name: 'Hanako', email, language: 'en' } as const;
      await sendAccountMail(product.deps, { key, template: 'emailVerification', to, props });
      const mail = await mailTo(product, email);
      const { html } = await sales.get(mail.url);
      expect(html).toContain('What a mail about an account said is not kept');
      expect(html).not.toContain(`secret-${key}`);
      expect(html).not.toContain(`${mail.url}/resend`);
      expect((await sales.get(`${mail.url}/content`)).status).toBe(404);
    });
  });

  describe('sending again', () => {
    const resend = (who: Colleague, url: string) => who.press(url, `${url}/resend`);

    it('makes a second mail with another Message-ID, and an entry of the timeline', async () => {
      const { dealId, email } = await dealWith(product);
      const mail = await mailTo(product, email);
      const answer = await resend(sales, mail.url);
      expect(answer.status).toBe(303);
      const second = await mailTo(product, email, ({ key, state }) => key !== mail.key && state === 'sent');
      expect(second.messageId).not.toBe(mail.messageId);
      const received = server.to(email).map(({ messageId }) => messageId);
      expect(received.sort()).toEqual([mail.messageId, second.messageId].sort());
      expect(await factsOf(dealId)).toContain('resendMail applied');
      expect((await sales.get(answer.location ?? '')).html).toContain('The mail is sent again');
      for (const { url } of [mail, second])
        expect((await sales.get(logUrl({ q: dealId }))).html).toContain(url);
    });

    it('happens once, however often the same form is sent', async () => {
      const { dealId, email } = await dealWith(product);
      const { url } = await mailTo(product, email);
      const fields = hiddenFields((await sales.get(url)).html, `${url}/resend`);
      for (const _again of [1, 2, 3]) expect((await sales.post(`${url}/resend`, fields)).status).toBe(303);
      await dealWhich(product, dealId, deal => deal.mails.length === 0);
      expect((await factsOf(dealId)).filter(event => event.startsWith('resendMail'))).toHaveLength(1);
      await eventually(() => server.to(email).length === 2);
    });

    it('is for sales and support', async () => {
      const { dealId, email } = await dealWith(product);
      const { url } = await mailTo(product, email);
      const page = await approver.get(url);
      expect(page.html).toContain('Sales and support can send a mail again.');
      expect(page.html).not.toContain(`${url}/resend`);
      const token = hiddenFields(page.html, '/desk/sign-out');
      const answer = await approver.post(`${url}/resend`, token);
      expect(answer.status).toBe(409);
      expect(answer.html).toContain('You do not have permission to do this');
      expect(await factsOf(dealId)).toContain('resendMail refused');
      expect(server.to(email)).toHaveLength(1);
      const support = await signedIn(product, 'support');
      expect((await resend(support, url)).status).toBe(303);
    });

    it('is not offered for a mail whose reason is gone', async () => {
      const { dealId } = await dealWith(product);
      const { url } = await putMail(product, { dealId, template: 'offer' });
      const { html } = await sales.get(url);
      expect(html).toContain('Its reason is gone');
      expect(html).not.toContain(`${url}/resend`);
    });
  });

  describe('an address at which mail does not arrive', () => {
    it('is told with the server’s own words, the deals that wait, and works again when a person says so', async () => {
      const email = freshAddress('gone');
      server.answer(email, 'refuse', 'refuse');
      const { dealId } = await dealWith(product, email);
      const mail = await mailTo(product, email, ({ state }) => state === 'failed');
      await dealWhich(product, dealId, ({ stuck }) => stuck.length > 0);
      const page = await sales.get(mail.url);
      expect(page.html).toContain('The mail server says that there is no such mailbox.');
      expect(page.html).toContain('550 5.1.1 no such user');
      expect(page.html).toContain('The deal waits until this mail has arrived.');
      expect(page.html).not.toContain(`${mail.url}/resend`);
      expect((await sales.get(logUrl({ group: 'problems' }))).html).toContain(mail.url);
      expect((await sales.get(dealUrl(dealId))).html).toContain('550 5.1.1 no such user');

      const list = await sales.get(addressesUrl);
      expect(list.html).toContain(email);
      expect(list.html).toContain(`<a href="${dealUrl(dealId)}">Aozora Trading</a>`);
      expect(accessibilityProblems(list.html)).toEqual([]);
      expect((await approver.get(addressesUrl)).html).not.toContain(`${addressesUrl}/good`);

      const form = list.html.split('<form').find(each => each.includes(`value="${email}"`)) ?? '';
      const fields = hiddenFields(`<form${form}`, `${addressesUrl}/good`);
      const answer = await sales.post(`${addressesUrl}/good`, fields);
      expect(answer.status).toBe(303);
      const after = await sales.get(answer.location ?? '');
      expect(after.html).toContain(`Mail goes to ${email} again`);
      expect(after.html).toContain('press “Try again”');
      expect(after.html).toContain(`<a href="${dealUrl(dealId)}">Aozora Trading</a>`);
      expect(await product.db.badAddresses.findById(email)).toBeNull();
    });

    it('is not made good by whoever may not send mails again', async () => {
      const email = freshAddress('bad');
      const since = new Date(product.deps.now());
      await product.db.badAddresses.create({ _id: email, since, reason: '550', source: 'server' });
      const { html } = await approver.get(addressesUrl);
      const answer = await approver.post(`${addressesUrl}/good`, {
        ...hiddenFields(html, '/desk/sign-out'),
        email,
      });
      expect(answer.status).toBe(403);
      expect(await product.db.badAddresses.findById(email)).not.toBeNull();
      const claimed = await sales.get(`${addressesUrl}?good=${encodeURIComponent(email)}`);
      expect(claimed.html).not.toContain(`Mail goes to ${email} again`);
    });
  });
});
