import { randomUUID } from 'node:crypto';
import type { NewUser } from '../../shared/accounts/accounts.ts';
import { createMongoAccounts } from '../../shared/accounts/mongo-accounts.ts';
import { openDatabase } from '../../shared/models/database.ts';

/**
 * Somebody who used the product before he bought on AWS Marketplace, with his organizations. He is no part of the
 * procedure, and there is no page to make him: the product knows him already.
 */
export async function existingCustomer(
  mongodbUri: string,
  { organizations, ...person }: NewUser & { organizations: string[] },
): Promise<void> {
  const db = await openDatabase(mongodbUri);
  try {
    const accounts = createMongoAccounts(db, { AGREEMENTS_PER_ORGANIZATION: 'several' });
    const { user } = await accounts.signUp({ ...person, idempotencyKey: randomUUID() });
    await accounts.markEmailVerified(user.userId);
    await accounts.saveProfile(user.userId, {
      companyName: organizations[0] ?? person.accountName,
      country: 'US',
      jobTitle: 'IT administrator',
      teamSize: '11-50',
    });
    for (const name of organizations)
      await accounts.createOrganization({ name, ownerId: user.userId, idempotencyKey: randomUUID() });
  } finally {
    await db.close();
  }
}
