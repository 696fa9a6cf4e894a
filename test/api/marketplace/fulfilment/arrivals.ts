import { randomUUID } from 'node:crypto';
import { call, reaches, staffAt } from '../../../support/people.ts';
import type { Product } from '../../../support/product.ts';
import { sampleInquiry, sampleTerms } from '../../../support/samples.ts';
import { visitor } from '../../buyers/visitor.ts';

export const tokenField = 'x-amzn-marketplace-token';
export const registerPath = '/marketplace/register';

/** An AWS account of its own, so that the deals of one test are nobody else's. */
export const newAccount = () => String(100_000_000_000 + Math.floor(Math.random() * 800_000_000_000));

/** A deal whose offer this account can accept. */
export async function offeredTo(product: Product, accountId: string) {
  const { contact, company, message } = sampleInquiry();
  const body = { ...contact, email: `${randomUUID()}@aozora.example`, company, message };
  const { dealId } = (await call(`${product.url}/api/inquiries`, { key: randomUUID(), body })).body;
  const sales = staffAt(product, 'sales');
  const terms = sampleTerms(Date.now(), { buyerAwsAccountIds: [accountId] });
  await sales.step(dealId, 'propose-terms', { terms });
  await sales.step(dealId, 'mark-negotiation-done', { version: 1 });
  const deal = await reaches(product, dealId, 'offered');
  return { dealId, offerId: deal.offers[0]?.offerId ?? '' };
}

/** A deal that is accepted in AWS, and what its buyer's browser is about to bring. */
export async function purchase(product: Product, accountId = newAccount()) {
  product.emulator.addAccount({ id: accountId, name: `Buyer ${accountId}` });
  const { dealId, offerId } = await offeredTo(product, accountId);
  const { id: agreementId, licenseArn } = product.emulator.accept({ offerId, accountId });
  const newToken = () => product.emulator.registrationToken(agreementId).token;
  return { accountId, dealId, agreementId, licenseArn, newToken };
}

export type Browser = ReturnType<typeof visitor>;

/** The form that AWS makes the browser send, with the fields nobody should trust. */
export function form(token: string): URLSearchParams {
  return new URLSearchParams({
    [tokenField]: token,
    'x-amzn-marketplace-offer-type': 'free-trial',
    'x-amzn-marketplace-agreement-id': 'agmt-of-somebody-else',
  });
}

/** A buyer's browser that presses “Set up your account” on AWS's page. */
export async function arriveWith(token: string, url: string, browser: Browser = visitor(() => url)) {
  const page = await browser.postFromAws(registerPath, form(token));
  return { browser, page, sessionId: page.location?.split('/').at(-1) ?? '' };
}
