import { randomUUID } from 'node:crypto';
import type { User } from '../../../shared/accounts/accounts.ts';
import { tokenHashOf } from '../../../shared/accounts/link-token.ts';
import { newResetLink, resetGoodForHours } from '../../../shared/accounts/password-reset-link.ts';
import { sendAccountMail } from '../../../shared/mail/account-mail.ts';
import type { PasswordResetRecord } from '../../../shared/models/accounts/password-reset.ts';
import type { Deps } from '../../deps.ts';
import { doorTo, nextPath } from '../next-path.ts';

/** Mails a link for a new password, which then goes on to `next`. Throws the Problem temporalUnavailable. */
export async function mailReset(deps: Deps, { user, next }: { user: User; next: string }): Promise<void> {
  const { userId, accountName: name, email, language } = user;
  const _id = randomUUID();
  const { PUBLIC_URL: publicUrl } = deps.config;
  const { resetUrl, tokenHash, expiresAt } = newResetLink({ publicUrl, now: deps.now() });
  await deps.db.passwordResets.create({ _id, tokenHash, userId, next, expiresAt });
  await sendAccountMail(deps, {
    key: `reset:${_id}`,
    template: 'passwordReset',
    to: { name, email, language },
    props: { name, resetUrl, goodForHours: resetGoodForHours, expiresAt: expiresAt.toISOString() },
  });
}

/**
 * Tells whoever reads an address that no account belongs to it: he would wait for the link in vain, and the page must
 * not tell. Throws the Problem temporalUnavailable.
 */
export async function mailNoAccount(
  deps: Deps,
  { email, language, signIn }: { email: string; language: User['language']; signIn: string },
): Promise<void> {
  await sendAccountMail(deps, {
    key: `no-account:${randomUUID()}`,
    template: 'noAccount',
    to: { name: email, email, language },
    props: { name: email, signInUrl: `${deps.config.PUBLIC_URL}${signIn}` },
  });
}

/** What a mailed link stands for. `over`: used, too old, or never given out; `next` is known for a week. */
export type Reset =
  | { state: 'open'; user: User; record: PasswordResetRecord }
  | { state: 'over'; next?: string };

export async function findReset(deps: Deps, token: string): Promise<Reset> {
  const record = await deps.db.passwordResets.findOne({ tokenHash: tokenHashOf(token) }).lean();
  if (!record) return { state: 'over' };
  const user = await deps.accounts.findUser(record.userId);
  const inTime = record.expiresAt.getTime() > Date.parse(deps.now());
  return user && inTime && !record.usedAt
    ? { state: 'open', user, record }
    : { state: 'over', next: record.next };
}

/**
 * Gives the user a new password, once for each link, and ends everything that the old one opened: sign-ins and other
 * links. Who has read the mail has proved the address too. Nothing when somebody was faster. Throws the Problem
 * temporalUnavailable; the password stays as it was then, and the link can be used again.
 */
export async function useReset(
  deps: Deps,
  { user, record: { _id }, password }: { user: User; record: PasswordResetRecord; password: string },
): Promise<User | undefined> {
  const { db, accounts, now } = deps;
  const { userId } = user;
  // First: once the link is used up, nobody could come back to have this mail sent.
  await mailPasswordChanged(deps, { user, resetId: _id });
  const usedAt = new Date(now());
  const unused = { usedAt: { $exists: false } };
  const { modifiedCount } = await db.passwordResets.updateOne({ _id, ...unused }, { usedAt });
  if (modifiedCount === 0) return undefined;
  const changed = await accounts.setPassword(userId, password);
  await accounts.markEmailVerified(userId);
  await db.passwordResets.updateMany({ userId, ...unused }, { usedAt });
  await db.webSessions.deleteMany({ 'data.userId': userId });
  return changed;
}

/** One mail for each link, however often its form is sent. */
async function mailPasswordChanged(
  deps: Deps,
  { user, resetId }: { user: User; resetId: string },
): Promise<void> {
  const { accountName: name, email, language, timeZone } = user;
  const forgottenUrl = `${deps.config.PUBLIC_URL}${doorTo(nextPath(undefined), 'forgot-password')}`;
  await sendAccountMail(deps, {
    key: `changed:${resetId}`,
    template: 'passwordChanged',
    to: { name, email, language },
    props: { name, timeZone, changedAt: deps.now(), forgottenUrl },
  });
}
