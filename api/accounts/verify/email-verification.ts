import { randomUUID } from 'node:crypto';
import type { User } from '../../../shared/accounts/accounts.ts';
import { tokenHashOf } from '../../../shared/accounts/link-token.ts';
import { verificationKeys } from '../../../shared/accounts/verification-keys.ts';
import { newVerificationLink, tokenHashIn } from '../../../shared/accounts/verification-link.ts';
import { sendAccountMail } from '../../../shared/mail/account-mail.ts';
import type { EmailTokenRecord } from '../../../shared/models/accounts/email-token.ts';
import type { Deps } from '../../deps.ts';
import type { SignUp } from '../session.ts';

/**
 * Mails what a sign-up waits for: the verification link, or, when the address was known already, the way to sign in.
 * Throws the Problem temporalUnavailable.
 */
export async function mailSignUp(deps: Deps, signUp: SignUp, language: User['language']): Promise<void> {
  const user = signUp.userId ? await deps.accounts.findUser(signUp.userId) : undefined;
  if (user) return mailVerification(deps, user, signUp.setupSessionId);
  await sendAccountMail(deps, {
    key: `exists:${randomUUID()}`,
    template: 'accountExists',
    to: { name: signUp.email, email: signUp.email, language },
    props: { name: signUp.email, signInUrl: `${deps.config.PUBLIC_URL}${signInPath(signUp)}` },
  });
}

/** Where whoever has signed up signs in. */
export const signInPath = ({ setupSessionId }: Pick<SignUp, 'setupSessionId'>) =>
  setupSessionId ? `/setup/${setupSessionId}/sign-in` : '/accounts/sign-in';

async function mailVerification(deps: Deps, user: User, setupSessionId?: string): Promise<void> {
  const { userId, accountName, email, language } = user;
  const _id = randomUUID();
  const { PUBLIC_URL: publicUrl } = deps.config;
  const { verifyUrl, expiresAt } = newVerificationLink({ publicUrl, now: deps.now() });
  const tokenHash = tokenHashIn(verifyUrl);
  await deps.db.emailTokens.create({ _id, tokenHash, userId, email, setupSessionId, expiresAt });
  await sendAccountMail(deps, {
    key: verificationKeys.mail(_id),
    template: 'emailVerification',
    to: { name: accountName, email, language },
    props: { name: accountName, verifyUrl, expiresAt: expiresAt.toISOString() },
  });
}

/** What a mailed link stands for. `over`: used, too old, or replaced by a newer sign-up. */
export type Verification =
  | { state: 'open'; user: User; token: EmailTokenRecord }
  | { state: 'done'; token: EmailTokenRecord }
  | { state: 'over'; setupSessionId?: string };

export async function findVerification(deps: Deps, token: string): Promise<Verification> {
  const record = await deps.db.emailTokens.findOne({ tokenHash: tokenHashOf(token) }).lean();
  const user = record ? await deps.accounts.findUser(record.userId) : undefined;
  const { setupSessionId } = record ?? {};
  const over = { state: 'over' as const, ...(setupSessionId && { setupSessionId }) };
  if (!record || !user) return over;
  if (user.emailVerified) return { state: 'done', token: record };
  const inTime = record.expiresAt.getTime() > Date.parse(deps.now());
  return inTime && !record.usedAt ? { state: 'open', user, token: record } : over;
}

/** Uses a link up. False when somebody was faster. */
export async function useVerification(deps: Deps, { _id, userId }: EmailTokenRecord): Promise<boolean> {
  const usedAt = new Date(deps.now());
  const { modifiedCount } = await deps.db.emailTokens.updateOne(
    { _id, usedAt: { $exists: false } },
    { usedAt },
  );
  if (modifiedCount === 0) return false;
  await deps.accounts.markEmailVerified(userId);
  return true;
}
