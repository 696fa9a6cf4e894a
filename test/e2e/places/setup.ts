import { randomUUID } from 'node:crypto';
import type { Deal } from '../../../deal/deal.ts';
import type { LinkObstacle } from '../../../shared/accounts/accounts.ts';
import {
  arrivedBuyer,
  customer,
  secret,
  signedIn,
  someAddress,
  submit,
} from '../../api/accounts/customers.ts';
import type { Product } from '../../support/product.ts';
import type { Place } from './place.ts';

type Deals = { name: string; deal: Deal }[];

/** Every page between AWS and billing. */
export async function setUpPlaces(product: Product, deals: Deals): Promise<Place[]> {
  const [newcomer, waiting, unknown, known] = await Promise.all([
    arrivedBuyer(product),
    arrivedBuyer(product),
    signedInCustomer(product),
    customerWithOrganizations(product),
  ]);
  await submit(waiting.who, waiting.at('register'), {
    accountName: '佐藤 花子',
    email: someAddress(),
    password: secret,
  });
  const mine = await sessionOf(product, unknown.userId);
  const theirs = await sessionOf(product, known.userId, dealNamed(deals, 'accepted'));
  const at = (path: string) => `${product.url}${path}`;
  const place = (name: string, path: string, more: Partial<Place> = {}): Place => ({
    name,
    url: at(path),
    ...more,
  });
  return [
    place('set-up: register, refused', newcomer.at('register'), {
      by: newcomer.who,
      press: '.button--primary',
    }),
    place('set-up: sign in', newcomer.at('sign-in'), { by: newcomer.who }),
    place('set-up: check mail', waiting.at('check-mail'), { by: waiting.who }),
    place('set-up: business 1, refused', `${mine}/business/1`, {
      by: unknown.who,
      press: '.button--primary',
    }),
    place('set-up: business 2', `${mine}/business/2`, { by: unknown.who }),
    place('set-up: organization', `${theirs}/organization`, { by: known.who }),
    place('set-up: hand over', `${theirs}/hand-over`, { by: known.who }),
    place('verify an address', '/accounts/verify/nothing-that-we-know', { status: 410 }),
    place('sign in, refused', '/accounts/sign-in', { press: '.button--primary' }),
    place('organizations', '/organizations', { by: known.who }),
    place('billing', `/organizations/${known.billed}/billing`, { by: known.who, sheets: 1 }),
    place('billing, none', `/organizations/${known.free}/billing`, { by: known.who }),
    ...(await progressPlaces(product, { deals, known })),
  ];
}

async function signedInCustomer(product: Product) {
  const user = await customer(product);
  return { userId: user.userId, who: await signedIn(product, user) };
}

const dealNamed = (deals: Deals, wanted: string) => deals.find(({ name }) => name === wanted)?.deal.dealId;

/** A set-up session that this user may open from anywhere; gives its path. */
async function sessionOf(product: Product, userId: string, dealId?: string, chosen = false): Promise<string> {
  const { sessionId } = await arrivedBuyer(product, { ...(dealId && { dealId }) });
  const choice = { organizationId: 'org-1', organizationName: '青空商事', userId, commandId: randomUUID() };
  await product.db.setupSessions.updateOne(
    { _id: sessionId },
    { $set: { userIds: [userId], ...(chosen && { chosen: choice }) } },
  );
  return `/setup/${sessionId}`;
}

/** Somebody with an organization for every reason why one cannot be chosen, and two that can. */
async function customerWithOrganizations(product: Product) {
  const { userId, who } = await signedInCustomer(product);
  const names: Record<LinkObstacle | 'free' | 'other', string> = {
    free: '青空商事 本番環境',
    other: '株式会社青空商事ホールディングスインターナショナル 東日本カスタマーサクセス本部',
    notAllowed: '青空商事 情報システム部',
    unpaidInvoice: '青空商事 検証環境',
    linkedElsewhere: '青空商事 研究開発部',
  };
  const ids = Object.fromEntries(
    await Promise.all(
      Object.entries(names).map(async ([key, name]) => {
        const made = await product.deps.accounts.createOrganization({
          name,
          ownerId: userId,
          idempotencyKey: key,
        });
        return [key, made.organizationId] as const;
      }),
    ),
  );
  await product.db.organizations.updateOne({ _id: ids.unpaidInvoice }, { unpaidInvoice: true });
  await product.db.memberships.updateOne({ organizationId: ids.notAllowed }, { role: 'member' });
  await product.deps.accounts.link({
    organizationId: ids.linkedElsewhere ?? '',
    dealId: 'active0000',
    agreementId: `agmt-${randomUUID()}`,
    licenseArn: 'arn:aws:license-manager::294406891311:license:l-0f6c1ab5d3e24b0f8a7c9d1e2f3a4b5c',
    productCode: product.config.products[0]?.productCode ?? '',
    awsAccountId: '111122223333',
    startsAt: '2026-11-21T05:00:00.000Z',
    endsAt: '2027-11-21T05:00:00.000Z',
    entitlements: [{ dimension: 'committed_spend', value: '12000', expiresAt: '2027-11-21T05:00:00.000Z' }],
    linkedAt: '2026-11-21T05:10:00.000Z',
  });
  return { userId, who, billed: ids.linkedElsewhere ?? '', free: ids.free ?? '' };
}

type Known = Awaited<ReturnType<typeof customerWithOrganizations>>;

/** The page after the choice, in each of its states. */
function progressPlaces(
  product: Product,
  { deals, known }: { deals: Deals; known: Known },
): Promise<Place[]> {
  return Promise.all(
    [undefined, 'active', 'differs'].map(async name => {
      const path = await sessionOf(product, known.userId, name && dealNamed(deals, name), true);
      return {
        name: `set-up: progress, ${name ?? 'no deal'}`,
        url: `${product.url}${path}/progress`,
        by: known.who,
      };
    }),
  );
}
