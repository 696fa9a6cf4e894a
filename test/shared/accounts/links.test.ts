import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Accounts } from '../../../shared/accounts/accounts.ts';
import { createMongoAccounts } from '../../../shared/accounts/mongo-accounts.ts';
import { membershipId } from '../../../shared/models/accounts/membership.ts';
import type { Database } from '../../../shared/models/database.ts';
import { giveBack, openEmptyDatabase } from '../../support/servers/databases.ts';
import { linkOf, newPerson, ownedOrganization, verifiedUser } from './support.ts';

let db: Database;
let accounts: Accounts;
const at = '2026-11-22T02:00:00.000Z';

beforeAll(async () => {
  db = await openEmptyDatabase();
  accounts = createMongoAccounts(db, { AGREEMENTS_PER_ORGANIZATION: 'several' });
});
afterAll(async () => {
  await giveBack(db);
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
    expect(await accounts.billingOf(organizationId)).toEqual([{ ...newer, linkedAt: link.linkedAt }]);
  });

  test('is refused to a second organization of the same agreement', async () => {
    const [one, other] = [await someOrganization(), await someOrganization()];
    const link = linkOf({ organizationId: one.organizationId });
    expect(await accounts.link(link)).toBe('linked');
    expect(await accounts.link({ ...link, organizationId: other.organizationId })).toBe('taken');
    expect(await accounts.billingOf(other.organizationId)).toEqual([]);
  });

  test('goes to one organization of many that ask for an agreement at the same time', async () => {
    const { agreementId, dealId } = linkOf({ organizationId: '' });
    const asked = Array.from({ length: 8 }, async () => {
      const { organizationId } = await someOrganization();
      return accounts.link(linkOf({ organizationId, agreementId, dealId }));
    });
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter(each => each === 'linked')).toHaveLength(1);
  });

  test('stands beside those of other agreements, and ends without them', async () => {
    const { organizationId } = await someOrganization();
    const first = linkOf({ organizationId });
    const second = linkOf({ organizationId, linkedAt: '2026-11-22T01:30:00.000Z' });
    expect([await accounts.link(first), await accounts.link(second)]).toEqual(['linked', 'linked']);
    expect(await accounts.billingOf(organizationId)).toEqual([second, first]);
    await accounts.endLink({ ...second, at });
    expect(await accounts.billingOf(organizationId)).toEqual([first, { ...second, endedAt: at }]);
  });

  test('frees the organization when it ends, and stays known', async () => {
    const { owner, organizationId } = await someOrganization();
    const link = linkOf({ organizationId });
    await accounts.link(link);
    await accounts.endLink({ ...link, at });
    await accounts.endLink({ ...link, at: '2027-01-01T00:00:00.000Z' });
    expect(await accounts.billingOf(organizationId)).toEqual([{ ...link, endedAt: at }]);
    const [choice] = await accounts.organizationsOf(owner.userId, { at });
    const known = { organizationId, name: 'Kurashi Foods', role: 'owner', returning: true, billed: false };
    expect(choice).toEqual(known);
    const other = await someOrganization();
    expect(await accounts.link({ ...link, organizationId: other.organizationId })).toBe('linked');
  });

  test('passes to the agreement that renews it in the same deal, and ends whichever of them is there', async () => {
    const { organizationId } = await someOrganization();
    const former = linkOf({ organizationId, endsAt: '2027-11-22T00:00:00.000Z' });
    await accounts.link(former);
    const renewed = linkOf({ organizationId, dealId: former.dealId, linkedAt: at });
    expect(await accounts.link(renewed)).toBe('linked');
    expect(await accounts.billingOf(organizationId)).toEqual([renewed, { ...former, endedAt: at }]);
    await accounts.endLink({ ...former, at });
    const present = (await accounts.billingOf(organizationId)).filter(({ endedAt }) => !endedAt);
    expect(present).toEqual([]);
  });
});

describe('where a vendor allows one agreement at a time', () => {
  const exclusively = () => createMongoAccounts(db, { AGREEMENTS_PER_ORGANIZATION: 'one' });

  test('an organization is refused to a second agreement, and told so before', async () => {
    const { owner, organizationId } = await someOrganization();
    const first = linkOf({ organizationId });
    const second = linkOf({ organizationId });
    expect(await exclusively().link(first)).toBe('linked');
    expect(await exclusively().link(second)).toBe('taken');
    const wanted = { agreementId: second.agreementId, at };
    expect(await exclusively().obstacleTo(organizationId, wanted)).toBe('linkedElsewhere');
    const [choice] = await exclusively().organizationsOf(owner.userId, wanted);
    expect(choice).toMatchObject({ obstacle: 'linkedElsewhere', billed: true });
    expect(await accounts.obstacleTo(organizationId, wanted)).toBeUndefined();
  });

  test('it goes to one of many agreements that ask at the same time', async () => {
    const { organizationId } = await someOrganization();
    const asked = Array.from({ length: 8 }, () => exclusively().link(linkOf({ organizationId })));
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter(each => each === 'linked')).toHaveLength(1);
  });

  test('one that was linked while several were allowed counts too', async () => {
    const { organizationId } = await someOrganization();
    await accounts.link(linkOf({ organizationId }));
    expect(await exclusively().link(linkOf({ organizationId }))).toBe('taken');
  });

  test('a link that support ends makes room', async () => {
    const { organizationId } = await someOrganization();
    const first = linkOf({ organizationId });
    await exclusively().link(first);
    await exclusively().endLink({ ...first, at });
    expect(await exclusively().link(linkOf({ organizationId }))).toBe('linked');
  });

  test('a term that is over makes room for a returning customer', async () => {
    const { organizationId } = await someOrganization();
    const former = linkOf({ organizationId, endsAt: '2026-11-22T01:30:00.000Z' });
    await exclusively().link(former);
    const next = linkOf({ organizationId, linkedAt: at });
    expect(await exclusively().link(next)).toBe('linked');
    expect(await accounts.billingOf(organizationId)).toEqual([next, { ...former, endedAt: former.endsAt }]);
  });
});

describe('support finds an organization', () => {
  test('by its id or any part of its name, in any case and width', async () => {
    const { userId } = await verifiedUser(accounts);
    const { organizationId } = await ownedOrganization(accounts, userId, 'Mizuno (ABC) Works');
    for (const words of [organizationId, 'mizuno', ' ABC) w', 'ＡＢＣ'])
      expect(await accounts.searchOrganizations(words)).toContainEqual({
        organizationId,
        name: 'Mizuno (ABC) Works',
      });
    expect(await accounts.searchOrganizations('.*')).toEqual([]);
    expect(await accounts.searchOrganizations(' ')).toEqual([]);
  });

  test('and whoever may speak for it: owners first, without members and unproven addresses', async () => {
    const { owner, organizationId } = await someOrganization();
    const [admin, member] = [await verifiedUser(accounts), await verifiedUser(accounts)];
    const { user: unproven } = await accounts.signUp(newPerson());
    const roles = { [admin.userId]: 'admin', [member.userId]: 'member', [unproven.userId]: 'admin' } as const;
    for (const [userId, role] of Object.entries(roles))
      await db.memberships.create({
        _id: membershipId(organizationId, userId),
        organizationId,
        userId,
        role,
      });
    const managers = await accounts.managersOf(organizationId);
    expect(managers.map(({ userId }) => userId)).toEqual([owner.userId, admin.userId]);
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
      { ...free, role: 'owner', returning: false, billed: false },
      { ...member, role: 'member', returning: false, billed: false, obstacle: 'notAllowed' },
      { ...owing, role: 'owner', returning: false, billed: false, obstacle: 'unpaidInvoice' },
      { ...tied, role: 'owner', returning: false, billed: true },
    ]);
  });

  test('does not hold the very same agreement against an organization', async () => {
    const { owner, organizationId } = await someOrganization();
    const link = linkOf({ organizationId });
    await accounts.link(link);
    const [choice] = await accounts.organizationsOf(owner.userId, { agreementId: link.agreementId, at });
    expect(choice).toMatchObject({ billed: false });
  });
});
