import { createHmac } from 'node:crypto';
import { tokenHashOf } from '../../../../shared/accounts/link-token.ts';
import type { ApiKey } from '../../../../shared/models/desk/api-key.ts';
import type { DeskRole } from '../../../../shared/models/staff.ts';
import type { Deps } from '../../../deps.ts';
import { type Asking, isProgram } from '../changes/asking.ts';
import { recordChange } from '../changes/record-change.ts';

/** Why no key was made. */
export type WhyNoKey = 'nameTaken' | 'tooMany' | 'adminByProgram';

export interface NewKey {
  name: string;
  roles: DeskRole[];
  endsAt: Date;
}

/** Those of programs that nobody uses any more are revoked, or end. */
const mostKeys = 100;

/** In front of each key, so that whoever looks for secrets in sources finds it. */
const prefix = 'offerdesk_';

/**
 * Makes a key, which is given back here and kept nowhere; the same command again gives the same one, for whoever lost the
 * answer.
 */
export async function makeKey(
  { db, config, now }: Pick<Deps, 'db' | 'config' | 'now'>,
  { name, roles, endsAt, ...asking }: Asking & NewKey,
): Promise<{ key: string } | { refused: WhyNoKey }> {
  const { by, commandId } = asking;
  if (isProgram(by) && roles.includes('admin')) return { refused: 'adminByProgram' };
  const secret = createHmac('sha256', config.SESSION_SECRET).update(`api-key ${commandId}`);
  const key = `${prefix}${secret.digest('base64url')}`;
  const refused = await recordChange<WhyNoKey>(db, { ...asking, at: now() }, async session => {
    const isOfSettings = config.API_TOKENS.some(program => program.name === name);
    if (isOfSettings || (await db.apiKeys.exists({ name }).session(session))) return { refused: 'nameTaken' };
    const open = { revokedAt: { $exists: false }, endsAt: { $gt: new Date(now()) } };
    if ((await db.apiKeys.countDocuments(open).session(session)) >= mostKeys) return { refused: 'tooMany' };
    const made = { name, roles, endsAt, madeBy: by.id, madeAt: new Date(now()) };
    const kept = { _id: commandId, tokenHash: tokenHashOf(key), hint: lastOf(key), ...made };
    await db.apiKeys.create([kept], { session });
    return { what: 'keyMade', about: name, after: { roles, endsAt: endsAt.toISOString() } };
  });
  return refused ?? { key };
}

/** Nobody gets in by it any more, at once and for good. */
export async function revokeKey(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  id: string,
  asking: Asking,
): Promise<void> {
  await recordChange(db, { ...asking, at: now() }, async session => {
    const open = { _id: id, revokedAt: { $exists: false } };
    const found = await db.apiKeys.findOneAndUpdate(open, { revokedAt: new Date(now()) }, { session });
    return found ? { what: 'keyRevoked', about: found.name } : undefined;
  });
}

/** Newest first; some that no longer open too. */
export const listKeys = (db: Pick<Deps['db'], 'apiKeys'>): Promise<ApiKey[]> =>
  db.apiKeys
    .find()
    .sort({ madeAt: -1 })
    .limit(2 * mostKeys)
    .lean();

/** So much is shown of a key, to tell it from others. */
const lastOf = (token: string) => token.slice(-4);

const minute = 60_000;

/** The key that somebody has sent, if it is one that still opens. Writes down, at most once a minute, that it was used. */
export async function findKey(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  sent: string,
): Promise<Pick<ApiKey, 'name' | 'roles'> | undefined> {
  if (!sent.startsWith(prefix)) return undefined;
  const key = await db.apiKeys.findOne({ tokenHash: tokenHashOf(sent) }).lean();
  const at = new Date(now());
  if (!key || key.revokedAt || key.endsAt <= at) return undefined;
  const isNews = !key.lastUsedAt || at.getTime() - key.lastUsedAt.getTime() >= minute;
  if (isNews) await db.apiKeys.updateOne({ _id: key._id }, { lastUsedAt: at });
  return key;
}
