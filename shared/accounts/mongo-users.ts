import { canonicalEmail } from '../../deal/contract/email.ts';
import type { UserRecord } from '../models/accounts/user.ts';
import type { Database } from '../models/database.ts';
import { isDuplicateKey } from '../models/duplicate-key.ts';
import { hashPassword, passwordVersionOf, verifyPassword } from '../password.ts';
import type { Accounts, NewUser, User } from './accounts.ts';
import { derivedId } from './derived-id.ts';

type UserFunctions = Pick<
  Accounts,
  'signUp' | 'signIn' | 'findUser' | 'findUserByEmail' | 'markEmailVerified' | 'setPassword' | 'saveProfile'
>;

/** People who sign in. */
export function usersIn(db: Database): UserFunctions {
  return {
    signUp: person => signUp(db, person),
    signIn: credentials => signIn(db, credentials),
    async findUser(userId) {
      const record = await db.users.findById(userId).lean();
      return record ? userFrom(record) : undefined;
    },
    async findUserByEmail(email) {
      const record = await db.users.findOne({ email: canonicalEmail(email) }).lean();
      return record ? userFrom(record) : undefined;
    },
    async markEmailVerified(userId) {
      await db.users.updateOne({ _id: userId }, { emailVerified: true });
    },
    async setPassword(userId, password) {
      const passwordHash = await hashPassword(password);
      return change(db, { userId, $set: { passwordHash } });
    },
    async saveProfile(userId, profile) {
      const $set = Object.fromEntries(
        Object.entries(profile).map(([name, value]) => [`profile.${name}`, value]),
      );
      return change(db, { userId, $set });
    },
  };
}

async function change(db: Database, { userId, $set }: { userId: string; $set: object }): Promise<User> {
  const changed = db.users.findByIdAndUpdate(userId, { $set }, { returnDocument: 'after' });
  return userFrom(await changed.orFail().lean());
}

export const userFrom = ({ _id, passwordHash, ...rest }: UserRecord): User => ({
  userId: _id,
  ...rest,
  passwordVersion: passwordVersionOf(passwordHash),
});

async function signUp(db: Database, person: NewUser & { idempotencyKey: string }) {
  const email = canonicalEmail(person.email);
  const _id = derivedId('user', [email, person.idempotencyKey]);
  // Always hashed, so that a known address cannot be told by the time it takes.
  const passwordHash = await hashPassword(person.password);
  const { accountName, language, timeZone } = person;
  const $setOnInsert = {
    accountName,
    email,
    passwordHash,
    language,
    timeZone,
    emailVerified: false,
    profile: {},
  };
  await db.users.deleteOne({ email, emailVerified: false, _id: { $ne: _id } });
  await unlessKnown(() => db.users.updateOne({ _id }, { $setOnInsert }, { upsert: true }).exec());
  const record = await db.users.findOne({ email }).orFail().lean();
  return { outcome: record._id === _id ? ('created' as const) : ('known' as const), user: userFrom(record) };
}

async function unlessKnown(insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** An unknown address takes the same time as a wrong password. */
async function signIn(db: Database, credentials: { email: string; password: string }) {
  const record = await db.users.findOne({ email: canonicalEmail(credentials.email) }).lean();
  const right = await verifyPassword(credentials.password, record?.passwordHash);
  return record && right ? userFrom(record) : undefined;
}
