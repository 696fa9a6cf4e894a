import { createHash, randomUUID } from 'node:crypto';
import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { CommandBody } from '../../../deal/commands.ts';
import type { Deal } from '../../../deal/deal.ts';
import type { Actor } from '../../../deal/people.ts';
import { wantsNone } from '../../../deal/reminders/readers.ts';
import { Problem } from '../../../shared/problems.ts';
import { readRemindersToken } from '../../../shared/reminders-link.ts';
import { signalDeal } from '../../../shared/temporal/signal.ts';
import type { App, Deps } from '../../deps.ts';
import { acceptMultipart } from '../../forms/multipart.ts';
import { askDeal } from '../../service/ask.ts';
import { readDeal } from '../../service/read.ts';
import { findEntry } from '../../service/watch.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { type PageContext, pageContext } from '../../ui/pages/page-context.ts';
import { commandIdOf } from '../asks.ts';
import { personWith } from './reminder-readers.ts';
import { RemindersPage, type RemindersView } from './reminders-page.tsx';

const path = '/reminders/:token';
const longestBody = 4096;
const retryAfterSeconds = 30;
const Params = Type.Object({ token: Type.String() });
const Query = Type.Object({ answer: Type.Optional(Type.String()) });

/** Whose reminders, of which deal, and the address that says so. */
interface Asked {
  deal: Deal;
  email: string;
  at: string;
}
type Press = 'stop' | 'resume';

/**
 * Stopping the reminders of one deal for one address: a page for people, and the one-click of RFC 8058, which a mailbox
 * posts for its owner without cookies and expects to be answered without a redirect. Opening the page changes nothing,
 * since scanners of mails open every link.
 */
export async function reminderRoutes(app: App, deps: Deps): Promise<void> {
  const { config, db } = deps;
  acceptMultipart(app, longestBody);
  const shownAt = { schema: { params: Params, querystring: Query, hide: true } };
  const pressedAt = {
    schema: { params: Params, hide: true },
    bodyLimit: longestBody,
    config: {
      crossSite: true,
      // By link, since the mailboxes of many readers post from few addresses.
      rateLimit: {
        max: 20,
        timeWindow: '1 minute',
        keyGenerator: (request: FastifyRequest) => (request.params as { token: string }).token,
      },
    },
  };

  app.get(path, shownAt, async (request, reply) => {
    const asked = await askedBy(request.params.token);
    const commandId = request.query.answer;
    const { dealId } = asked.deal;
    const pending = commandId !== undefined && !(await findEntry(db, { dealId, commandId }));
    return show(request, reply, { asked, ...(pending && { press: 'pending' }) });
  });

  app.post(path, pressedAt, async (request, reply) => {
    const asked = await askedBy(request.params.token);
    const fields = (request.body ?? {}) as Record<string, unknown>;
    if (fields['List-Unsubscribe'] === 'One-Click') return oneClick(request, reply, asked);
    if (fields.press !== 'stop' && fields.press !== 'resume') throw new Problem('badRequest');
    const nonce = typeof fields.nonce === 'string' ? fields.nonce : randomUUID();
    return press(request, reply, { asked, nonce, wanted: fields.press });
  });

  async function askedBy(token: string): Promise<Asked> {
    const named = readRemindersToken({ secret: config.SESSION_SECRET }, token);
    if (!named) throw new Problem('notFound');
    return { deal: await readDeal({ db }, named.dealId), email: named.email, at: `/reminders/${token}` };
  }

  /** Answered as soon as the signal is safe; a mailbox does not wait for a deal to decide. */
  async function oneClick(request: FastifyRequest, reply: FastifyReply, asked: Asked) {
    const { deal, email } = asked;
    if (!deal.closed && !wantsNone(deal, email))
      await signalDeal(deps.temporal, deal.dealId, {
        ...commandFor('stop', email),
        commandId: oneClickId(asked),
        by: readerIn(asked),
        at: deps.now(),
      });
    reply.type('text/plain; charset=utf-8');
    return `${contextOf(request, asked).messages.reminders.page.stopped}\n`;
  }

  async function press(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, nonce, wanted }: { asked: Asked; nonce: string; wanted: Press },
  ) {
    const { deal, email, at } = asked;
    const body = commandFor(wanted, email);
    const commandId = commandIdOf(nonce, body);
    try {
      const by = readerIn(asked);
      const answer = await askDeal(deps, { dealId: deal.dealId, body, by, commandId });
      return reply.redirect(answer.state === 'pending' ? `${at}?answer=${commandId}` : at, 303);
    } catch (error) {
      // The deal was closed meanwhile: the page says so.
      if (error instanceof Problem && error.code === 'refused') return reply.redirect(at, 303);
      if (!(error instanceof Problem && error.status === 503)) throw error;
      request.log.warn({ err: error }, 'the reader’s press was not taken');
      reply.header('retry-after', retryAfterSeconds);
      return show(request, reply, { asked, nonce, press: 'notSent' }, 503);
    }
  }

  function contextOf(request: FastifyRequest, { deal, email, at }: Asked): PageContext {
    return pageContext(request, { config, known: personWith(email, deal)?.language, url: at });
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, ...more }: { asked: Asked } & Partial<Pick<RemindersView, 'nonce' | 'press'>>,
    status = 200,
  ) {
    const { deal, email, at } = asked;
    const context = contextOf(request, asked);
    const view = { context, deal, email, path: at, nonce: randomUUID(), ...more };
    return sendPage(reply, RemindersPage({ view }), status);
  }
}

function commandFor(press: Press, email: string): CommandBody {
  return { type: press === 'stop' ? 'stopReminders' : 'resumeReminders', email };
}

function readerIn({ deal, email }: Asked): Actor {
  const name = personWith(email, deal)?.name;
  return { kind: 'buyer', id: email, ...(name && { name }) };
}

/** The same until the plan is made anew, so that a mailbox that asks twice stops once, also after a resumption. */
function oneClickId({ deal, email }: Asked): string {
  const digest = createHash('sha256').update(`${email} ${deal.replannedAt ?? ''}`);
  return `one-click-${digest.digest('base64url')}`;
}
