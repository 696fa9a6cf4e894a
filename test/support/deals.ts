import { randomUUID } from 'node:crypto';
import { openDeal } from '../../api/service/open.ts';
import type { CommandBody } from '../../deal/commands.ts';
import type { Deal, Inquiry } from '../../deal/deal.ts';
import type { Actor } from '../../deal/people.ts';
import type { Terms } from '../../deal/terms/terms.ts';
import { signalDeal } from '../../shared/temporal/signal.ts';
import { dealWhich, reaches, staffAt } from './people.ts';
import type { Product } from './product.ts';
import { buyerAccount, sampleInquiry, sampleTerms } from './samples.ts';
import { choice } from './story.ts';

/** A new deal, known to the desk. */
export async function inquire(product: Product, inquiry: Partial<Inquiry> = {}): Promise<string> {
  const { dealId } = await openDeal(product.deps, {
    inquiry: sampleInquiry(inquiry),
    commandId: randomUUID(),
  });
  return dealId;
}

/** Proposes terms that hold, and ends the negotiation. */
export async function agreeOn(product: Product, dealId: string, change: Partial<Terms> = {}): Promise<void> {
  const sales = staffAt(product, 'sales');
  const { terms } = await sales.deal(dealId);
  const version = (terms?.length ?? 0) + 1;
  await applied(sales, dealId, ['propose-terms', { terms: sampleTerms(product.deps.now(), change) }]);
  await applied(sales, dealId, ['mark-negotiation-done', { version }]);
}

/** A deal whose offer is in the buyer's hands. */
export async function offeredDeal(product: Product, change: Partial<Terms> = {}): Promise<Deal> {
  const dealId = await inquire(product);
  await agreeOn(product, dealId, change);
  return reaches(product, dealId, 'offered');
}

/** What happens at AWS and is told to nobody: its events are kept, and none of them is sent. */
export async function inSilence<T>({ emulator }: Product, happens: () => T | Promise<T>): Promise<T> {
  emulator.settings({ events: { drop: true } });
  try {
    return await happens();
  } finally {
    emulator.settings({ events: { drop: false } });
  }
}

/** The buyer presses Subscribe. */
export function accept(product: Product, deal: Deal, accountId = buyerAccount) {
  const offerId = deal.offers.findLast(offer => offer.state === 'released')?.offerId ?? '';
  return product.emulator.accept({ offerId, accountId });
}

/** The buyer presses Set up your account: AWS's form, posted across sites. Gives the way back and where it leads. */
export async function arrive(
  product: Product,
  agreementId: string,
): Promise<{ status: number; location: string; token: string }> {
  const { token, fields } = product.emulator.registrationToken(agreementId);
  return { ...(await postRegistration(product, fields)), token };
}

export async function postRegistration(product: Pick<Product, 'url'>, fields: Record<string, string>) {
  const answer = await fetch(`${product.url}/marketplace/register`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', origin: 'https://aws.amazon.com' },
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
}

/** The buyer chooses the organization; a new one each time unless told. */
export function choose(
  product: Product,
  dealId: string,
  organizationId: string = randomUUID(),
): Promise<unknown> {
  return send(product, dealId, { ...choice, organizationId }, { kind: 'buyer', id: choice.user.email });
}

/** Any command, as the api would signal it. */
export function send(
  product: Product,
  dealId: string,
  body: CommandBody,
  by: Actor,
  commandId: string = randomUUID(),
) {
  return signalDeal(product.deps.temporal, dealId, { ...body, commandId, by, at: product.deps.now() });
}

/** From an offered deal to an active one. */
export async function activate(product: Product, deal: Deal): Promise<Deal> {
  const { id } = accept(product, deal);
  await dealWhich(product, deal.dealId, each => each.agreement && each.license, {
    what: 'agreement and license',
  });
  await arrive(product, id);
  await reaches(product, deal.dealId, 'settingUp');
  await choose(product, deal.dealId);
  return reaches(product, deal.dealId, 'active');
}

/** An offer that two accounts have accepted: the deal of the first is active, and the second has one of his own. */
export async function soldTwice(product: Product): Promise<{ first: Deal; second: Deal }> {
  const account = '444455556666';
  product.emulator.addAccount({ id: account, name: 'Division B' });
  const deal = await offeredDeal(product, { buyerAwsAccountIds: [buyerAccount, account] });
  await activate(product, deal);
  accept(product, deal, account);
  const first = await dealWhich(product, deal.dealId, each => each.secondPurchases[0]?.dealId, {
    what: 'a deal of the second purchase',
  });
  const dealId = first.secondPurchases[0]?.dealId ?? '';
  return { first, second: await dealWhich(product, dealId, each => each.license) };
}

/** Waits until nothing is left to be sent. */
export function settled(product: Product, dealId: string): Promise<Deal> {
  return dealWhich(product, dealId, deal => deal.mails.length === 0, { what: 'every mail sent' });
}

async function applied(
  sales: ReturnType<typeof staffAt>,
  dealId: string,
  [step, fields]: [step: string, fields: object],
): Promise<void> {
  const { status, body } = await sales.step(dealId, step, fields);
  if (status !== 200) throw new Error(`${step} was answered ${status}: ${JSON.stringify(body)}`);
}
