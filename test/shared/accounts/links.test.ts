import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Accounts } from '../../../shared/accounts/accounts.ts';
import { createMongoAccounts } from '../../../shared/accounts/mongo-accounts.ts';
import { membershipId } from '../../../shared/models/accounts/membership.ts';
import { type Database, openDatabase } from '../../../shared/models/database.ts';
import { linkOf, ownDatabase, ownedOrganization, verifiedUser } from './support.ts';

let db: Database;
let accounts: Accounts;
const at = '2026-11-22T02:00:00.000Z';

beforeAll(async () => {
  db = await openDatabase(ownDatabase('accounts-links'));
  accounts = createMongoAccounts(db);
});
afterAll(async () => {
  await db.connection.dropDatabase();
  await db.close();
});

async function someOrganization() {
  const owner = await verifiedUser(accounts);
  const organization = await ownedOrganization(accounts, owner.userId);
  return { owner, ...organization };
}

describe('an organization', () => {
  test('is made once, however often the same form is sent', async () => {
    const { userId } = await verifiedUser(accounts);
    const wanted = { name: 'Kurashi Foods', ownerId: userId, idempotencyKey: 'nonce-1' };
    const made = await Promise.all([
      accounts.createOrganization(wanted),
      accounts.createOrganization(wanted),
    ]);
    expect(made[1]).toEqual(made[0]);
    expect(await accounts.organizationsOf(userId, { at })).toHaveLength(1);
  });

  test('belongs to whoever made it and to nobody else', async () => {
    const { owner, organizationId } = await someOrganization();
    const stranger = await verifiedUser(accounts);
    expect(await accounts.roleIn(organizationId, owner.userId)).toBe('owner');
    expect(await accounts.roleIn(organizationId, stranger.userId)).toBeUndefined();
    expect(await accounts.organizationsOf(stranger.userId, { at })).toEqual([]);
  });
});

describe('a link', () => {
  test('ties an organization to an agreement, and doing so again changes nothing but the facts', async () => {
    const { organizationId } = await someOrganization();
    const link = linkOf({ organizationId });
    const newer = { ...link, entitlements: [{ dimension: 'premium_support', value: '1' }], linkedAt: at };
    expect(await accounts.link(link)).toBe('linked');
    expect(await accounts.link(newer)).toBe('linked');
    expect(await accounts.billingOf(organizationId)).toEqual({ ...newer, linkedAt: link.linkedAt });
  });

  test('is refused to a second organization of the same agreement', async () => {
    const [one, other] = [await someOrganization(), await someOrganization()];
    const link = linkOf({ organizationId: one.organizationId });
    expect(await accounts.link(link)).toBe('linked');
    expect(await accounts.link({ ...link, organizationId: other.organizationId })).toBe('taken');
    expect(await accounts.billingOf(other.organizationId)).toBeUndefined();
  });

  test('is refused to a second agreement of the same organization', async () => {
    const { organizationId } = await someOrganization();
    expect(await accounts.link(linkOf({ organizationId }))).toBe('linked');
    expect(await accounts.link(linkOf({ organizationId }))).toBe('taken');
  });

  test('goes to one of many that ask at the same time', async () => {
    const { organizationId } = await someOrganization();
    const asked = Array.from({ length: 8 }, () => accounts.link(linkOf({ organizationId })));
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter(each => each === 'linked')).toHaveLength(1);
  });

  test('frees the organization when it ends, and stays known', async () => {
    const { owner, organizationId } = await someOrganization();
    const link = linkOf({ organizationId });
    await accounts.link(link);
    await accounts.endLink({ agreementId: link.agreementId, at });
    await accounts.endLink({ agreementId: link.agreementId, at: '2027-01-01T00:00:00.000Z' });
    expect(await accounts.billingOf(organizationId)).toEqual({ ...link, endedAt: at });
    const [choice] = await accounts.organizationsOf(owner.userId, { at });
    expect(choice).toEqual({ organizationId, name: 'Kurashi Foods', role: 'owner', returning: true });
    expect(await accounts.link(linkOf({ organizationId }))).toBe('linked');
  });

  test('passes to the agreement that renews it in the same deal', async () => {
    const { organizationId } = await someOrganization();
    const former = linkOf({ organizationId, endsAt: '2027-11-22T00:00:00.000Z' });
    await accounts.link(former);
    const renewed = linkOf({ organizationId, dealId: former.dealId, linkedAt: at });
    expect(await accounts.link(renewed)).toBe('linked');
    expect(await accounts.billingOf(organizationId)).toEqual(renewed);
    expect(await accounts.link(linkOf({ organizationId }))).toBe('taken');
  });

  test('of a term that is over makes room for a returning customer', async () => {
    const { organizationId } = await someOrganization();
    await accounts.link(linkOf({ organizationId, endsAt: '2026-11-22T01:30:00.000Z' }));
    const next = linkOf({ organizationId, linkedAt: at });
    expect(await accounts.link(next)).toBe('linked');
    expect(await accounts.billingOf(organizationId)).toEqual(next);
  });
});

describe('choosing an organization', () => {
  test('shows every organization with the reason why one cannot be linked', async () => {
    const { userId } = await verifiedUser(accounts);
    const free = await ownedOrganization(accounts, userId, 'A free');
    const member = await ownedOrganization(accounts, userId, 'B member');
    const owing = await ownedOrganization(accounts, userId, 'C owing');
    const tied = await ownedOrganization(accounts, userId, 'D tied');
    await db.memberships.updateOne({ _id: membershipId(member.organizationId, userId) }, { role: 'member' });
    await db.organizations.updateOne({ _id: owing.organizationId }, { unpaidInvoice: true });
    await accounts.link(linkOf({ organizationId: tied.organizationId }));
    const choices = await accounts.organizationsOf(userId, { at });
    expect(choices).toEqual([
      { ...free, role: 'owner', returning: false },
      { ...member, role: 'member', returning: false, obstacle: 'notAllowed' },
      { ...owing, role: 'owner', returning: false, obstacle: 'unpaidInvoice' },
      { ...tied, role: 'owner', returning: false, obstacle: 'linkedElsewhere' },
    ]);
  });

  test('does not hold the very same agreement against an organization', async () => {
    const { owner, organizationId } = await someOrganization();
    const link = linkOf({ organizationId });
    await accounts.link(link);
    const [choice] = await accounts.organizationsOf(owner.userId, { agreementId: link.agreementId, at });
    expect(choice?.obstacle).toBeUndefined();
  });
});
