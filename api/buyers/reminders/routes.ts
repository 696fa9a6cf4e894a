import { createHash, randomUUID } from 'node:crypto';
import type {} from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { Actor } from '../../../deal/people.ts';
import { wantsNone } from '../../../deal/reminders/readers.ts';
import { Problem } from '../../../shared/problems.ts';
import { readRemindersToken } from '../../../shared/reminders-link.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { acceptMultipart } from '../../forms/multipart.ts';
import { submit } from '../../forms/submit.ts';
import { askDeal } from '../../service/ask.ts';
import { readDeal } from '../../service/read.ts';
import { findEntry } from '../../service/watch.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { type PageContext, pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import { personWith } from './reminder-readers.ts';
import { RemindersPage, type RemindersView } from './reminders-page.tsx';

const path = '/reminders/:token';
const longestBody = 4096;
const params = Type.Object({ token: Type.String() });
const querystring = Type.Object({ answer: text(200) });
const body = Type.Object({ 'List-Unsubscribe': text(20), press: text(20), nonce });

/** Whose reminders, of which deal, and the address that says so. */
interface RemindersVisit extends Visit {
  deal: Deal;
  email: string;
  at: string;
}

/**
 * Stopping the reminders of one deal for one address: a page for people, and the one-click of RFC 8058, which a mailbox
 * posts for its owner without cookies and expects to be answered without a redirect. Opening the page changes nothing,
 * since scanners of mails open every link.
 */
export async function reminderRoutes(app: App, deps: Deps): Promise<void> {
  acceptMultipart(app, longestBody);

  app.get(path, { schema: { params, querystring, hide: true } }, async (request, reply) => {
    const visit = await visitOf(deps, { request, reply }, request.params.token);
    const { answer: commandId } = request.query;
    const { dealId } = visit.deal;
    const pending = commandId !== '' && !(await findEntry(deps.db, { dealId, commandId }));
    return show(deps, visit, pending ? { press: 'pending' } : {});
  });

  const pressed = {
    schema: { params, body, hide: true },
    bodyLimit: longestBody,
    config: {
      crossSite: true,
      // By link, since the mailboxes of many readers post from few addresses.
      rateLimit: { max: 20, timeWindow: '1 minute', keyGenerator: ({ url }: FastifyRequest) => url },
    },
  };
  app.post(path, pressed, async (request, reply) => {
    const visit = await visitOf(deps, { request, reply }, request.params.token);
    const { press } = request.body;
    if (request.body['List-Unsubscribe'] === 'One-Click') return oneClick(deps, visit);
    if (press !== 'stop' && press !== 'resume') throw new Problem('badRequest');
    return choose(deps, visit, commandFor(press, visit.email));
  });
}

/** Throws the Problems notFound and dealNotFound. */
async function visitOf(deps: Deps, visit: Visit, token: string): Promise<RemindersVisit> {
  const named = readRemindersToken({ secret: deps.config.SESSION_SECRET }, token);
  if (!named) throw new Problem('notFound');
  return {
    ...visit,
    deal: await readDeal(deps, named.dealId),
    email: named.email,
    at: `/reminders/${token}`,
  };
}

/** Answered as soon as the signal is safe; a mailbox does not wait for a deal to decide. */
async function oneClick(deps: Deps, visit: RemindersVisit) {
  const { deal, email, reply } = visit;
  if (!deal.closed && !wantsNone(deal, email))
    await signalDeal(deps.temporal, deal.dealId, {
      ...commandFor('stop', email),
      commandId: oneClickId(visit),
      by: readerIn(visit),
      at: deps.now(),
    });
  reply.type('text/plain; charset=utf-8');
  return `${contextOf(deps, visit).messages.reminders.page.stopped}\n`;
}

function choose(deps: Deps, visit: RemindersVisit, command: CommandBody) {
  const { deal, at } = visit;
  const { dealId } = deal;
  return submit(visit, {
    ask: commandId => askDeal(deps, { dealId, body: command, by: readerIn(visit), commandId }),
    goTo: ({ state, commandId }) => (state === 'pending' ? `${at}?answer=${commandId}` : at),
    again: async ({ status, nonce }) => {
      // The deal may be closed meanwhile: the page says so.
      const now = { ...visit, deal: await readDeal(deps, dealId).catch(() => deal) };
      return show(deps, now, status === 503 ? { nonce, press: 'notSent' } : {}, status);
    },
  });
}

function contextOf({ config }: Deps, { request, deal, email, at }: RemindersVisit): PageContext {
  return pageContext(request, { config, known: personWith(email, deal)?.language, url: at });
}

type Shown = Partial<Pick<RemindersView, 'nonce' | 'press'>>;

function show(deps: Deps, visit: RemindersVisit, { nonce = randomUUID(), press }: Shown, status = 200) {
  const { deal, email, at } = visit;
  const view = { context: contextOf(deps, visit), deal, email, path: at, nonce, press };
  return sendPage(visit.reply, RemindersPage({ view }), status);
}

function commandFor(press: 'stop' | 'resume', email: string): CommandBody {
  return { type: press === 'stop' ? 'stopReminders' : 'resumeReminders', email };
}

function readerIn({ deal, email }: RemindersVisit): Actor {
  const name = personWith(email, deal)?.name;
  return { kind: 'buyer', id: email, ...(name && { name }) };
}

/** The same until the plan is made anew, so that a mailbox that asks twice stops once, also after a resumption. */
function oneClickId({ deal, email }: RemindersVisit): string {
  const digest = createHash('sha256').update(`${email} ${deal.replannedAt ?? ''}`);
  return `one-click-${digest.digest('base64url')}`;
}
