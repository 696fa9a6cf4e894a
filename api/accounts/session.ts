import type {} from '@fastify/csrf-protection';
import type {} from '@fastify/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { User } from '../../shared/accounts/accounts.ts';
import type { Deps } from '../deps.ts';
import { deskSignIn } from '../desk/session.ts';

declare module 'fastify' {
  interface Session {
    /** Who is signed in as a customer; his address is verified. */
    userId?: string;
    /** Of the customer's password, as it was when he signed in. */
    passwordVersion?: string;
    signUp?: SignUp;
    /** The address for which this browser has asked for a new password. */
    forgotten?: string;
  }
}

/** A sign-up that waits for the mail. Without `userId` the address was known already, which the browser is not told. */
export interface SignUp {
  email: string;
  userId?: string;
  setupSessionId?: string;
}

/** The customer behind a request. Whoever has not verified his address is not signed in. */
export async function signedInUser(deps: Deps, request: FastifyRequest): Promise<User | undefined> {
  const { userId, passwordVersion } = request.session;
  const user = userId ? await deps.accounts.findUser(userId) : undefined;
  // A sign-in whose password was right just before a new one was saved is written after the others were ended.
  return user?.emailVerified && user.passwordVersion === passwordVersion ? user : undefined;
}

/**
 * The session gets a new id, so that nobody can have planted it before. A desk sign-in in the same browser stays. The
 * secret of its forms is made here, or two pages that are opened at once would each make one.
 */
export async function signIn(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  user: User,
): Promise<void> {
  await request.session.regenerate(deskSignIn);
  request.session.userId = user.userId;
  request.session.passwordVersion = user.passwordVersion;
  reply.generateCsrf();
}

/** Remembers that this browser waits for a mail, and ends whatever customer was signed in. */
export async function waitForMail(request: FastifyRequest, signUp: SignUp): Promise<void> {
  await request.session.regenerate(deskSignIn);
  request.session.signUp = signUp;
}

/** Ends this sign-in, or all sign-ins of the customer, from our side. */
export async function signOut(
  deps: Deps,
  { request, everywhere }: { request: FastifyRequest; everywhere: boolean },
): Promise<void> {
  const user = everywhere ? await signedInUser(deps, request) : undefined;
  if (user) await deps.db.webSessions.deleteMany({ 'data.userId': user.userId });
  await request.session.regenerate(deskSignIn);
}

/** The customer, or nothing after the request was answered by sending him to sign in. */
export async function userOrSignIn(
  deps: Deps,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<User | undefined> {
  const user = await signedInUser(deps, request);
  if (!user) await reply.redirect(`/accounts/sign-in?next=${encodeURIComponent(request.url)}`, 303);
  return user;
}
