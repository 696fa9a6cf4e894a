import { DescribeAgreementCommand } from '@aws-sdk/client-marketplace-agreement';
import { DescribeEntityCommand, ListTagsForResourceCommand } from '@aws-sdk/client-marketplace-catalog';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Emulator } from '../../../emulator/emulator.ts';
import {
  BUYER,
  type Clients,
  clientsOf,
  inDays,
  instalmentChanges,
  offerChanges,
  outcome,
  PRODUCT,
  quickEmulator,
  releasedOffer,
  until,
  update,
} from '../offers.ts';

let emulator: Emulator;
let clients: Clients;
beforeAll(async () => {
  emulator = await quickEmulator();
  clients = clientsOf(emulator);
});
afterEach(() => {
  emulator.clock({ now: new Date().toISOString() });
});
afterAll(() => emulator.stop());

const units = { committed_spend: 1 };
const license = (id: string) => emulator.state.agreements[id]?.license;

describe('an organization', () => {
  const MEMBER = '222233334444';
  const STRANGER = '333344445555';

  it('accepts through a member what is offered to the account that manages it', async () => {
    emulator.addAccount({ id: MEMBER, name: 'Acme Japan', managementAccountId: BUYER });
    emulator.addAccount({ id: STRANGER, name: 'Other Japan', managementAccountId: '777788889999' });
    const offerId = await releasedOffer(clients);
    expect(() => emulator.accept({ offerId, accountId: STRANGER, units })).toThrow('not for this account');
    const { id } = emulator.accept({ offerId, accountId: MEMBER, units });
    const { acceptor } = await clients.agreement.send(new DescribeAgreementCommand({ agreementId: id }));
    expect(acceptor).toEqual({ accountId: MEMBER });
  });

  it('does not accept through its manager what is offered to a member', async () => {
    emulator.addAccount({ id: MEMBER, name: 'Acme Japan', managementAccountId: BUYER });
    const forMember = offerChanges({
      UpdateTargeting: update('UpdateTargeting', { PositiveTargeting: { BuyerAccounts: [MEMBER] } }),
    });
    const offerId = await releasedOffer(clients, forMember);
    expect(() => emulator.accept({ offerId, accountId: BUYER, units })).toThrow('not for this account');
  });
});

describe('an agreement that starts later', () => {
  it('is active at once, has its license on the day, and lasts its whole term from then', async () => {
    const startTime = `${inDays(40)}T00:00:00Z`;
    const { id } = emulator.accept({
      offerId: await releasedOffer(clients),
      accountId: BUYER,
      units,
      startTime,
    });
    await until('the plan', () => license(id) === 'SCHEDULED');
    const described = await clients.agreement.send(new DescribeAgreementCommand({ agreementId: id }));
    expect(described.status).toBe('ACTIVE');
    expect(described.startTime?.toISOString()).toBe(`${inDays(40)}T00:00:00.000Z`);
    expect(described.endTime?.getTime()).toBeGreaterThan(Date.parse(startTime) + 360 * 86_400_000);
    emulator.clock({ advance: 'P41D' });
    await until('the license', () => license(id) === 'PROVISIONED');
  });
});

describe('a payment', () => {
  it('can fail any time after acceptance, and takes the license away', async () => {
    const { id } = emulator.accept({ offerId: await releasedOffer(clients), accountId: BUYER, units });
    await until('the license', () => license(id) === 'PROVISIONED');
    emulator.endAgreement(id, 'ROLLED_BACK');
    const { status } = await clients.agreement.send(new DescribeAgreementCommand({ agreementId: id }));
    expect([status, license(id)]).toEqual(['ROLLED_BACK', 'FAILED']);
  });
});

describe('the draft of a replacement offer', () => {
  it.each([
    ['a contract', offerChanges, ['ConfigurableUpfrontPricingTerm', 'LegalTerm', 'ValidityTerm']],
    [
      'instalments',
      instalmentChanges,
      ['FixedUpfrontPricingTerm', 'LegalTerm', 'PaymentScheduleTerm', 'ValidityTerm'],
    ],
  ])('begins with the terms of the agreement: %s', async (_what, changes, types) => {
    const offerId = await releasedOffer(clients, changes());
    const agreement = emulator.accept({ offerId, accountId: BUYER });
    const { ChangeSet } = await outcome(clients, [
      {
        ChangeType: 'CreateReplacementOffer',
        Entity: { Type: 'Offer@1.0' },
        DetailsDocument: { AgreementId: agreement.id },
      },
    ]);
    const EntityId = ChangeSet?.[0]?.Entity?.Identifier?.split('@')[0];
    const { DetailsDocument } = await clients.catalog.send(
      new DescribeEntityCommand({ Catalog: 'AWSMarketplace', EntityId }),
    );
    const { Terms } = DetailsDocument as { Terms: { Type: string; AgreementEndDate?: string }[] };
    expect(Terms.map(each => each.Type).sort()).toEqual(types);
    const validity = Terms.find(each => each.Type === 'ValidityTerm');
    expect(validity?.AgreementEndDate?.slice(0, 10)).toBe(agreement.endTime?.slice(0, 10));
  });
});

describe('AWS’s address of an offer', () => {
  const cookie = `marketplace-account=${BUYER}`;
  const page = (query: Record<string, string>) =>
    fetch(`${emulator.url}/marketplace/procurement?${new URLSearchParams(query)}`, { headers: { cookie } });

  it('names product and offer, and leads nowhere when they do not belong together', async () => {
    const offerId = await releasedOffer(clients);
    const found = await page({ productId: PRODUCT, offerId });
    expect([found.status, await found.text()]).toEqual([200, expect.stringContaining(offerId)]);
    expect((await page({ productId: 'prod-other', offerId })).status).toBe(404);
    expect((await page({ productId: PRODUCT })).status).toBe(404);
  });

  it('leads back to itself after Subscribe', async () => {
    const offerId = await releasedOffer(clients);
    const answer = await fetch(`${emulator.url}/marketplace/procurement`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ offerId, 'units.committed_spend': '1' }),
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/marketplace/procurement?productId=${PRODUCT}&offerId=${offerId}`,
    ]);
  });
});

describe('what is not emulated', () => {
  it('answers an SDK with an error of AWS, and a browser with a page', async () => {
    const asked = clients.catalog.send(new ListTagsForResourceCommand({ ResourceArn: 'arn:aws:x' }));
    await expect(asked).rejects.toMatchObject({ name: 'UnknownOperationException' });
    const page = await fetch(`${emulator.url}/ListTagsForResource`);
    expect([page.status, page.headers.get('content-type')]).toEqual([404, expect.stringContaining('html')]);
  });

  it.each([
    '/%',
    '/marketplace/%E0%A4%A',
    '/marketplace/procurement?offerId=%&productId=%zz',
    '/marketplace/procurement?offerId=a&offerId=b',
    '/marketplace/procurement?productId=__proto__&offerId=__proto__',
    '/marketplace/sign-in?next=%0d%0aset-cookie:x&next=/あ',
    '/sns?Token=a&Token=b',
    '/catalog/DescribeEntity?catalog=a&catalog=b',
    '/SimpleNotificationService-%E0.pem',
  ])('a malformed address is no fault of the server: %s', async address => {
    for (const headers of [{ cookie: 'marketplace-account=%E0' }, { cookie }]) {
      const { status } = await fetch(emulator.url + address, { headers, redirect: 'manual' });
      expect(status).toBeLessThan(500);
    }
  });

  it.each(['/あ', '/\u0000', '/a\r\nb', '//elsewhere', '/\ud800'])(
    'a malformed way back from a form is no fault of the server: %j',
    async next => {
      for (const path of ['sign-in', 'language']) {
        const answer = await fetch(`${emulator.url}/marketplace/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ account: BUYER, language: 'ja', next }),
          redirect: 'manual',
        });
        expect(answer.status).toBe(303);
      }
    },
  );
  const cookie = `marketplace-account=${BUYER}`;
});
