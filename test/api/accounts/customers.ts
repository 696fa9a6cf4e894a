import { createHash, randomUUID } from 'node:crypto';
import type { User } from '../../../shared/accounts/accounts.ts';
import type { AccountMailTemplate } from '../../../shared/models/outbox.ts';
import { eventually } from '../../support/eventually.ts';
import { mailsTo } from '../../support/people.ts';
import type { Product } from '../../support/product.ts';
import { quickHash } from '../../support/quick-hash.ts';
import { hiddenFields, visitor } from '../buyers/visitor.ts';

export type Visitor = ReturnType<typeof visitor>;
type At = Pick<Product, 'url' | 'db' | 'deps' | 'api'>;

export const secret = 'a long enough secret';
export const someAddress = () => `${randomUUID()}@aozora.example`;

/** Fills in the form of a page and sends it. */
export async function submit(who: Visitor, path: string, fields: Record<string, string> = {}) {
  const page = await who.get(path);
  return who.post(path, { ...hiddenFields(page.html, path), ...fields });
}

/** A user whose address is verified. */
export async function customer({ deps, db }: At, email = someAddress()): Promise<User> {
  const { _id } = await db.users.create({
    _id: randomUUID(),
    accountName: 'Hana Sato',
    email,
    emailVerified: true,
    passwordHash: quickHash(secret),
    language: 'en',
    timeZone: 'Asia/Tokyo',
    profile: {},
  });
  const user = await deps.accounts.findUser(_id);
  if (!user) throw new Error(`${email} is no user`);
  return user;
}

/** A browser in which somebody has signed in. */
export async function signedIn(product: At, { email }: { email: string }): Promise<Visitor> {
  const who = visitor(() => product.url);
  const answer = await submit(who, '/accounts/sign-in', { email, password: secret });
  if (answer.status !== 303) throw new Error(`not signed in: ${answer.html}`);
  return who;
}

/** A set-up session as an arrival from AWS leaves it, and the browser that came. */
export async function arrivedBuyer(product: At, facts: { dealId?: string; handedTo?: string[] } = {}) {
  const _id = randomUUID();
  const grant = randomUUID();
  await product.db.setupSessions.create({
    _id,
    registrationId: randomUUID(),
    awsAccountId: '111122223333',
    productCode: product.deps.config.products[0]?.productCode ?? '',
    userIds: [],
    handedTo: [],
    browserHashes: [createHash('sha256').update(grant).digest('base64url')],
    createdAt: new Date(),
    ...facts,
  });
  const who = visitor(() => product.url);
  who.cookies.set('setup', encodeURIComponent(product.api.app.signCookie(`${_id}.${grant}`)));
  return { who, sessionId: _id, at: (page: string) => `/setup/${_id}/${page}` };
}

/** The path of the newest link of the template that was mailed to an address. Throws when none was asked for. */
export async function mailedPath(
  { db, mailbox }: At & Pick<Product, 'mailbox'>,
  { to, template }: { to: string; template: AccountMailTemplate },
): Promise<string> {
  const newest = () => db.outbox.findOne({ 'to.email': to, template }).sort({ _id: -1 }).lean();
  if (!(await newest())) throw new Error(`no ${template} for ${to}`);
  return eventually(
    async () => {
      const row = await newest();
      const mail = (await mailsTo({ mailbox }, to)).find(({ headers }) =>
        headers.some(({ value }) => value === row?.messageId),
      );
      return /https?:\/\/[^/]+(\/\S*(?:\/verify\/|\/new-password\/|sign-in)[\w-]*)/.exec(
        mail?.text ?? '',
      )?.[1];
    },
    { what: `a link of ${template} for ${to}` },
  );
}
