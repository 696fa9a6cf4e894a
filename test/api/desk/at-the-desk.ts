import { randomUUID } from 'node:crypto';
import { openDeal } from '../../../api/service/open.ts';
import type { DeskRole } from '../../../shared/models/staff.ts';
import { type Product, password } from '../../support/product.ts';
import { dayAfter, sampleInquiry } from '../../support/samples.ts';
import { hiddenFields, type Page, visitor } from '../buyers/visitor.ts';

export type Colleague = ReturnType<typeof visitor> & {
  /** Fills in the form that posts to an address, on the page at `from`, and presses its button. */
  press(from: string, action: string, fields?: Record<string, string>): Promise<Page>;
};

export function browserAt(product: Pick<Product, 'url'>): Colleague {
  const browser = visitor(() => product.url);
  return {
    ...browser,
    async press(from, action, fields = {}) {
      const { html } = await browser.get(from);
      return browser.post(action, { ...hiddenFields(html, action), ...fields });
    },
  };
}

/** Somebody who has signed in at the desk. */
export async function signedIn(product: Product, role: DeskRole = 'sales'): Promise<Colleague> {
  const browser = browserAt(product);
  const email = `${role}@example.com`;
  const answer = await browser.press('/desk/sign-in', '/desk/sign-in', { email, password });
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`);
  return browser;
}

export async function newDeal(product: Product, company = 'Aozora Trading'): Promise<string> {
  const asked = { inquiry: sampleInquiry({ company }), commandId: randomUUID() };
  return (await openDeal(product.deps, asked)).dealId;
}

/** What somebody types into the form of the terms; they hold and need no approver. */
export function typedTerms(product: Product, change: Record<string, string> = {}): Record<string, string> {
  const [sold] = product.config.products;
  const line = `dimension.${sold?.productId}.${sold?.dimensions[0]?.key}`;
  return {
    currency: 'USD',
    durationMonths: '12',
    [`${line}.price`]: '12,000',
    [`${line}.units`]: '1',
    buyerAwsAccountIds: '1111-2222-3333',
    offerExpiresOn: dayAfter(Date.now(), 30),
    eula: 'standard',
    'signer.name': 'Taro Suzuki',
    'signer.email': 'taro@aozora.example',
    'signer.language': 'ja',
    'signer.timeZone': 'Asia/Tokyo',
    ...change,
  };
}
