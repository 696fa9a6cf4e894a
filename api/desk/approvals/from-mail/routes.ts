import { randomUUID } from 'node:crypto';
import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { commandIds } from '../../../../deal/keys.ts';
import type { App, Deps } from '../../../deps.ts';
import { anyFields, type FormValues, text } from '../../../forms/fields.ts';
import { type Comeback, submit } from '../../../forms/submit.ts';
import { askDeal } from '../../../service/ask.ts';
import { findEntry } from '../../../service/watch.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import { pageContext } from '../../../ui/pages/page-context.ts';
import { parseStep } from '../../deal/steps/parse-step.ts';
import type { Attempt } from '../../deal/view.ts';
import { approvalsUrl } from '../approvals-page.tsx';
import { dealtBefore } from '../dealt-before.ts';
import { DecisionPage } from './decision-page.tsx';
import { type LinkVisit, linkVisit } from './link-visit.ts';
import { OverPage, PendingPage } from './over-page.tsx';

const params = Type.Object({ token: Type.String() });
const querystring = Type.Object({ answer: text(200) });
const answers = { approve: 'approveOffer', reject: 'rejectOffer' } as const;

/**
 * /approvals/{token}: an approver decides from his mail, without signing in. GET never decides, since scanners of mails
 * open every link. No cookie lets anybody in here, so that a forged post has no more power than the address it must know.
 */
export async function approvalLinkRoutes(app: App, deps: Deps): Promise<void> {
  const perLink = { max: 20, timeWindow: '1 minute', keyGenerator: ({ url }: FastifyRequest) => url };
  const config = { crossSite: true, rateLimit: perLink };

  app.get('/approvals/:token', { schema: { params, querystring, hide: true } }, async (request, reply) => {
    const visit = await linkVisit(deps, { request, reply }, request.params.token);
    return (await isPending(deps, visit, request.query.answer))
      ? sendPage(reply, PendingPage({ context: contextOf(deps, visit), path: request.url }), 202)
      : show(deps, visit);
  });

  for (const [press, type] of Object.entries(answers))
    app.post(
      `/approvals/:token/${press}`,
      { schema: { params, body: anyFields, hide: true }, config },
      async (request, reply) => {
        const visit = await linkVisit(deps, { request, reply }, request.params.token);
        return decide(deps, visit, { type, values: request.body });
      },
    );
}

type Press = { type: (typeof answers)[keyof typeof answers]; values: FormValues };

async function decide(deps: Deps, visit: LinkVisit, { type, values }: Press): Promise<FastifyReply> {
  const { deal, link, by, path } = visit;
  const { dealId } = deal;
  const { messages } = contextOf(deps, visit);
  const typed = { ...values, version: String(link.version) };
  const step = parseStep(type, { values: typed, deal, colleagues: [], messages });
  return submit(visit, {
    async ask(commandId) {
      if ('errors' in step) return step;
      // The answer to this very press may have been lost.
      const isKnown = await findEntry(deps.db, { dealId, commandId: commandIds.chosen(by, commandId) });
      if (visit.state !== 'open' && !isKnown) return { errors: {}, status: 410 };
      return askDeal(deps, { dealId, body: step.body, by, commandId });
    },
    goTo: ({ commandId }) => `${path}?${new URLSearchParams({ answer: commandId })}`,
    async again(back) {
      // The deal may have moved on since.
      const now = await linkVisit(deps, visit, path.slice(path.lastIndexOf('/') + 1));
      return show(deps, now, { back, attempt: attemptOf(back, { type, values }) });
    },
  });
}

type Shown = { back?: Comeback; attempt?: Attempt };

/** The page as the link stands now. */
async function show(deps: Deps, visit: LinkVisit, { back, attempt }: Shown = {}): Promise<FastifyReply> {
  const { deal, staff, state, reply, path, link } = visit;
  const context = contextOf(deps, visit);
  if (state === 'mustSignIn')
    return reply.redirect(`${approvalsUrl}?${new URLSearchParams({ deal: deal.dealId })}`, 303);
  if (state !== 'open')
    return sendPage(reply, OverPage({ view: { context, staff, deal, state } }), goneAs(visit));
  const before = await dealtBefore(deps.db, deal);
  const refusal = back?.entry?.refusal;
  const problem = refusal ? context.messages.deal.refusals[refusal.code] : back?.problem;
  const keys = { nonce: randomUUID() };
  const view = { context, staff, deal, before, path, keys, endsAt: link.endsAt, attempt, problem };
  return sendPage(reply, DecisionPage({ view }), back?.status ?? 200);
}

/** What was decided is told to whoever looks, as the answer to his own press too. */
const goneAs = ({ state, request }: LinkVisit) =>
  state === 'decided' && request.method === 'GET' ? 200 : 410;

function attemptOf({ errors, nonce }: Comeback, { type, values }: Press): Attempt {
  return { form: type, values, errors, nonce };
}

/** The press is safe with Temporal, and nobody has decided on it yet. */
async function isPending(deps: Deps, { deal: { dealId }, by, state }: LinkVisit, answer: string) {
  if (answer === '' || state !== 'open') return false;
  const ids = [answer, commandIds.chosen(by, answer)];
  const found = await Promise.all(ids.map(commandId => findEntry(deps.db, { dealId, commandId })));
  return found.every(entry => !entry);
}

const contextOf = ({ config }: Deps, { request, staff, path }: LinkVisit) =>
  pageContext(request, { config, known: staff.language, url: path });
