import type { Accounts, User } from '../../shared/accounts/accounts.ts';
import { verificationKeys } from '../../shared/accounts/verification-keys.ts';
import { newVerificationLink, tokenHashIn } from '../../shared/accounts/verification-link.ts';
import { isBad } from '../../shared/mail/bad-addresses.ts';
import type { EmailTokenRecord } from '../../shared/models/accounts/email-token.ts';
import { refuseDelayed, writeAccountMail } from './mail.ts';
import { deliver, enqueue, type MailDeps } from './mail-delivery.ts';

export type VerificationActivities = ReturnType<typeof createVerificationActivities>;

type Deps = MailDeps & { accounts: Accounts };
type Open = { user: User; token: EmailTokenRecord };

/** Reminders of the link that proves an address. */
export function createVerificationActivities(deps: Deps) {
  return {
    /**
     * Reminds whoever has not verified his address since the mail with this key, with a link of its own. `over`: there is
     * nothing to remind of, now or later. Throws as `sendMails` does.
     */
    async remindOfVerification({ key, number }: { key: string; number: number }): Promise<{ over: boolean }> {
      const reminderKey = verificationKeys.reminder(key, number);
      const open = await findOpen(deps, key);
      if (open) await prepare(deps, { ...open, reminderKey });
      const write = async (row: Parameters<typeof writeAccountMail>[1]) =>
        open && writeAccountMail(deps, row);
      const outcome = await deliver(deps, { key: reminderKey, retryRefused: false, write });
      refuseDelayed([outcome]);
      return { over: !open };
    },
  };
}

/** The verification that a mail asked for, while it is worth reminding of. */
async function findOpen({ db, accounts, now }: Deps, key: string): Promise<Open | undefined> {
  const arrived = await db.outbox.exists({ key, state: 'sent' });
  const token = arrived && (await db.emailTokens.findById(verificationKeys.tokenIdIn(key)).lean());
  if (!token || token.usedAt || token.expiresAt <= new Date(now())) return undefined;
  const user = await accounts.findUser(token.userId);
  if (!user || user.emailVerified || (await isBad(db, user.email))) return undefined;
  return (await hasAskedAgain({ db }, token)) ? undefined : { user, token };
}

/** The mail that was asked for since then has reminders of its own. */
async function hasAskedAgain(
  { db }: Pick<Deps, 'db'>,
  { _id, userId, expiresAt }: EmailTokenRecord,
): Promise<boolean> {
  const newer = { userId, remindsOf: { $ne: _id }, expiresAt: { $gt: expiresAt } };
  return (await db.emailTokens.exists(newer)) !== null;
}

/**
 * Puts the reminder into the outbox with a link of its own, since the first one is kept nowhere. The link of an attempt
 * before this one is the one that counts.
 */
async function prepare(
  deps: Deps,
  { user, token, reminderKey }: Open & { reminderKey: string },
): Promise<void> {
  const { db, config, now } = deps;
  const { userId, accountName: name, email, language } = user;
  const fresh = newVerificationLink({ publicUrl: config.PUBLIC_URL, now: now() });
  await enqueue(deps, {
    key: reminderKey,
    template: 'verificationReminder',
    to: { name, email, language },
    props: { name, verifyUrl: fresh.verifyUrl, expiresAt: fresh.expiresAt.toISOString() },
  });
  const row = await db.outbox.findOne({ key: reminderKey }, { props: 1 }).lean();
  if (!row?.props || !('verifyUrl' in row.props)) return;
  const { verifyUrl, expiresAt } = row.props;
  const { _id: remindsOf, setupSessionId } = token;
  const facts = {
    userId,
    email,
    ...(setupSessionId && { setupSessionId }),
    expiresAt: new Date(expiresAt),
    remindsOf,
  };
  await db.emailTokens.updateOne(
    { _id: verificationKeys.tokenIdIn(reminderKey) },
    { $setOnInsert: { tokenHash: tokenHashIn(verifyUrl), ...facts } },
    { upsert: true },
  );
}
