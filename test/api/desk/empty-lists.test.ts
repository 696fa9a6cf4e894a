import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskRole } from '../../../shared/models/staff.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { type Colleague, signedIn } from './at-the-desk.ts';

/** Every list of the desk, by who reads it. */
const lists: Partial<Record<DeskRole, string[]>> = {
  sales: [
    '/desk',
    '/desk?whose=team',
    '/desk/deals',
    '/desk/deals?look=board',
    '/desk/deals?q=nobody',
    '/desk/deals?stage=active',
    '/desk/stuck',
    '/desk/events',
    '/desk/events?list=otherListings',
    '/desk/events?list=dismissed',
    '/desk/events/mails',
    '/desk/mails',
    '/desk/mails?state=failed',
    '/desk/mails?q=nobody@example.com',
    '/desk/mails/addresses',
    '/desk/webhooks',
    '/desk/report',
  ],
  approver: ['/desk', '/desk/approvals'],
  admin: ['/desk/settings/keys', '/desk/settings/changes'],
};
const all = Object.entries(lists).flatMap(([role, urls]) =>
  urls.map(url => ({ role: role as DeskRole, url })),
);

describe('on the first day', () => {
  let product: Product;
  const people = new Map<DeskRole, Colleague>();
  beforeAll(async () => {
    product = await startProduct({ RECONCILE_SECONDS: 86_400 });
    for (const role of ['sales', 'approver', 'admin'] as const)
      people.set(role, await signedIn(product, role));
  });
  afterAll(() => product?.stop());

  it.each(all)(
    '$url says to $role that there is nothing, and why, instead of an empty list',
    async ({ role, url }) => {
      const { status, html = '' } = (await people.get(role)?.get(url)) ?? {};
      expect(status).toBe(200);
      expect(html).toMatch(
        /class="empty">\s*<p class="empty__title">[^<]+<\/p>\s*<p class="empty__text">[^<]+/,
      );
      expect(html).not.toMatch(/<tbody>\s*<\/tbody>|<ul[^>]*>\s*<\/ul>|<ol[^>]*>\s*<\/ol>/);
    },
  );
});
