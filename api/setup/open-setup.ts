import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Deal } from '../../deal/deal.ts';
import type { User } from '../../shared/accounts/accounts.ts';
import type { SetupSession } from '../../shared/models/setup-session.ts';
import { Problem } from '../../shared/problems.ts';
import { signedInUser } from '../accounts/session.ts';
import type { Deps } from '../deps.ts';
import type { Visit } from '../visit.ts';
import { browserMayOpen } from './browser-grant.ts';
import { nextPage, setupPath } from './next-page.ts';

export const setupParams = Type.Object({ sessionId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) });

/** A request for a page of a set-up session. */
export interface SetupVisit extends Visit {
  sessionId: string;
}

/** A set-up session, whoever has opened it, and its deal once the purchase is matched with one. */
export interface Setup extends Visit {
  session: SetupSession;
  user?: User;
  /** The user belongs to an organization already: the vendor knows him. */
  isKnown: boolean;
  deal?: Deal;
}
export type SetupOfUser = Setup & { user: User };

/**
 * Lets those through who may open a set-up session. Who is not signed in is asked to, whether it exists or not; to
 * everybody else it does not exist.
 */
export async function inSetup(
  deps: Deps,
  visit: SetupVisit,
  handle: (setup: Setup) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { request, reply, sessionId } = visit;
  const setup = await findSetup(deps, visit);
  if (setup) return handle({ ...setup, request, reply });
  if (await signedInUser(deps, request)) throw new Problem('notFound');
  return reply.redirect(setupPath(sessionId, 'sign-in'), 303);
}

/** As `inSetup`, for what only somebody who has signed in can do. */
export function inSetupOfUser(
  deps: Deps,
  visit: SetupVisit,
  handle: (setup: SetupOfUser) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  return inSetup(deps, visit, async setup => {
    const { user } = setup;
    if (user) return handle({ ...setup, user });
    return setup.reply.redirect(setupPath(setup.session._id, nextPage(setup)), 303);
  });
}

/** The set-up session of a request, for those who may open it. */
export async function findSetup(
  deps: Deps,
  { request, sessionId }: Pick<SetupVisit, 'request' | 'sessionId'>,
): Promise<Omit<Setup, 'request' | 'reply'> | undefined> {
  const [session, user] = await Promise.all([
    deps.db.setupSessions.findById(sessionId).lean(),
    signedInUser(deps, request),
  ]);
  if (!session || !mayOpen(deps, { session, user, request })) return undefined;
  await remember(deps, session, user);
  const isKnown = user !== undefined && (await hasOrganization(deps, user));
  return { session, isKnown, ...(user && { user }), ...(await dealOf(deps, session)) };
}

function mayOpen(
  deps: Deps,
  { session, user, request }: Pick<Setup, 'session' | 'user' | 'request'>,
): boolean {
  if (browserMayOpen(deps, request, session)) return true;
  return (
    user !== undefined && (session.userIds.includes(user.userId) || session.handedTo.includes(user.email))
  );
}

/**
 * Whoever has come from AWS says who he is, by an address: that person may go on in any browser once he has signed in,
 * and the mail with the link is often read in another one.
 */
export async function letIn(
  deps: Deps,
  { user: { userId }, ...visit }: Pick<SetupVisit, 'request' | 'sessionId'> & { user: Pick<User, 'userId'> },
): Promise<void> {
  const setup = await findSetup(deps, visit);
  if (!setup) return;
  await deps.db.setupSessions.updateOne({ _id: setup.session._id }, { $addToSet: { userIds: userId } });
}

async function hasOrganization({ accounts, now }: Deps, { userId }: User): Promise<boolean> {
  return (await accounts.organizationsOf(userId, { at: now() })).length > 0;
}

const aMinute = 60_000;

/**
 * So that the person can go on from any other browser, and is not reminded of what he is doing. Not every page is worth
 * a write.
 */
async function remember({ db, now }: Deps, session: SetupSession, user: User | undefined): Promise<void> {
  const workedAt = new Date(now());
  const isNew = user !== undefined && !session.userIds.includes(user.userId);
  const known = session.workedAt?.getTime() ?? 0;
  if (!isNew && workedAt.getTime() - known < aMinute) return;
  const $addToSet = user && { userIds: user.userId };
  await db.setupSessions.updateOne(
    { _id: session._id },
    { $max: { workedAt }, ...($addToSet && { $addToSet }) },
  );
}

async function dealOf({ db }: Deps, { dealId }: SetupSession): Promise<{ deal?: Deal }> {
  const record = dealId ? await db.deals.findById(dealId, { deal: 1 }).lean() : undefined;
  return record ? { deal: record.deal } : {};
}
