import { randomUUID } from 'node:crypto';
import type { Accounts, BillingLink } from '../../../shared/accounts/accounts.ts';

export const newPerson = (email = `${randomUUID()}@example.com`) => ({
  accountName: 'Hana Sato',
  email,
  password: 'a long enough secret',
  language: 'ja' as const,
  timeZone: 'Asia/Tokyo',
  idempotencyKey: randomUUID(),
});

/** A user whose address is verified. */
export async function verifiedUser(accounts: Accounts, email?: string) {
  const { user } = await accounts.signUp(newPerson(email));
  await accounts.markEmailVerified(user.userId);
  return user;
}

export async function ownedOrganization(accounts: Accounts, ownerId: string, name = 'Kurashi Foods') {
  return accounts.createOrganization({ name, ownerId, idempotencyKey: randomUUID() });
}

export function linkOf(link: { organizationId: string } & Partial<BillingLink>): BillingLink {
  return {
    dealId: randomUUID(),
    agreementId: `agmt-${randomUUID()}`,
    licenseArn: 'arn:aws:license-manager::111122223333:license:l-1',
    productCode: 'examplecloudcode000000001',
    awsAccountId: '111122223333',
    startsAt: '2026-11-22T00:00:00.000Z',
    entitlements: [{ dimension: 'committed_spend', value: '1' }],
    linkedAt: '2026-11-22T01:00:00.000Z',
    ...link,
  };
}
