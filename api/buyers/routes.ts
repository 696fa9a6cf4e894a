import { randomUUID } from 'node:crypto';
import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import type { CommandBody } from '../../deal/commands.ts';
import type { Deal } from '../../deal/deal.ts';
import { commandIds } from '../../deal/keys.ts';
import { checks } from '../../deal/offer/checks.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { anyFields, nonce, text } from '../forms/fields.ts';
import { type Comeback, submit } from '../forms/submit.ts';
import { kebabCase } from '../kebab-case.ts';
import { askDeal } from '../service/ask.ts';
import { readDeal } from '../service/read.ts';
import { findEntry } from '../service/watch.ts';
import type { FieldErrors } from '../ui/fields/field.tsx';
import { sendPage } from '../ui/pages/page.tsx';
import { type PageContext, pageContext } from '../ui/pages/page-context.ts';
import type { Visit } from '../visit.ts';
import { type Ask, askNames, parseAsk, textField } from './asks.ts';
import { readMessages } from './conversation/read-messages.ts';
import { dealContext } from './deal-context.ts';
import { DealPage, type DealPageProps } from './deal-page.tsx';
import { actorAt, type OpenedDeal, openDeal } from './open-deal.ts';
import { answerEndedLinks, pageLinkRoutes } from './page-links/routes.ts';
import { parseYes, typedName } from './proposal/agree-form.tsx';
import { personAs } from './reminders/reminder-readers.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { isUnseen, seenRoute } from './seen.ts';

const params = Type.Object({ token: Type.String() });
const querystring = Type.Object({ answer: text(200) });
const config = { crossSite: true, rateLimit: { max: 20, timeWindow: '1 minute' } };
const preflightForm = Type.Object({ check: text(40), done: text(3), nonce });
const remindersForm = Type.Object({ role: text(20), nonce });

/** The page of one deal, and who looks at it. */
interface DealVisit extends Visit, OpenedDeal {}

/**
 * The buyer's page for one deal, opened from a mail. Who has a person's link may see and answer, and does it in
 * his name; everybody else gets 404. Since
 * nothing here rests on a cookie, a post that another site forges has no more power than the address it must know, and a
 * page that stays open for days can still be answered.
 */
export async function buyerRoutes(app: App, deps: Deps): Promise<void> {
  answerEndedLinks(app, deps);
  await app.register(reminderRoutes, deps);
  await pageLinkRoutes(app, deps);
  await seenRoute(app, deps);
  agreeRoute(app, deps);
  preflightRoute(app, deps);

  app.get('/offers/:token', { schema: { params, querystring, hide: true } }, async (request, reply) => {
    const opened = await openDeal(deps, request.params.token);
    const { dealId } = opened.deal;
    const { answer: commandId } = request.query;
    const answer = commandId ? { entry: await findEntry(deps.db, { dealId, commandId }) } : undefined;
    return show(deps, { request, reply, ...opened }, { answer });
  });

  for (const ask of askNames)
    app.post(
      `/offers/:token/${ask}`,
      { schema: { params, body: anyFields, hide: true }, config },
      async (request, reply) => {
        const visit = { request, reply, ...(await openDeal(deps, request.params.token)) };
        const { messages } = contextOf(deps, visit);
        const typed = request.body;
        const body = parseAsk(typed, { ask, messages });
        return press(deps, visit, { body, ask, text: typed[textField(ask)] ?? '' });
      },
    );

  for (const type of ['stopReminders', 'resumeReminders'] as const)
    app.post(
      `/offers/:token/${kebabCase(type)}`,
      { schema: { params, body: remindersForm, hide: true }, config },
      async (request, reply) => {
        const visit = { request, reply, ...(await openDeal(deps, request.params.token)) };
        const role = request.body.role === 'contact' ? 'contact' : 'signer';
        const { email } = personAs(role, visit.deal);
        return press(deps, visit, { body: { type, email } });
      },
    );
}

function agreeRoute(app: App, deps: Deps): void {
  app.post(
    '/offers/:token/agree',
    { schema: { params, body: anyFields, hide: true }, config },
    async (request, reply) => {
      const visit = { request, reply, ...(await openDeal(deps, request.params.token)) };
      const parsed = parseYes(request.body, contextOf(deps, visit).messages);
      const body = 'errors' in parsed ? parsed : { type: 'agreeToProposal' as const, ...parsed };
      return press(deps, visit, { body, yes: typedName(request.body) });
    },
  );
}

function preflightRoute(app: App, deps: Deps): void {
  app.post(
    '/offers/:token/preflight',
    { schema: { params, body: preflightForm, hide: true }, config },
    async (request, reply) => {
      const visit = { request, reply, ...(await openDeal(deps, request.params.token)) };
      const check = checks.find(each => each === request.body.check);
      if (!check) throw new Problem('badRequest');
      const body = { type: 'tickCheck' as const, check, done: request.body.done === 'yes' };
      return press(deps, visit, { body, goTo: `${visit.path}#preflight` });
    },
  );
}

interface Press {
  body: CommandBody | { errors: FieldErrors };
  /** Where the browser goes when the page itself shows what came of it. */
  goTo?: string;
  /** The form and what was typed into it. */
  ask?: Ask;
  text?: string;
  /** The name that was typed into the form of the yes. */
  yes?: string;
}

function press(deps: Deps, visit: DealVisit, pressed: Press) {
  const { deal, path } = visit;
  const { body } = pressed;
  return submit(visit, {
    ask: async commandId =>
      'errors' in body
        ? body
        : askDeal(deps, {
            dealId: deal.dealId,
            body,
            by: actorAt(visit),
            commandId: idOf(deal, body) ?? commandId,
          }),
    goTo: ({ commandId }) => pressed.goTo ?? `${path}?${new URLSearchParams({ answer: commandId })}`,
    // The deal may have moved on since the page was opened, and then it says so itself.
    again: async back => {
      const now = await readDeal(deps, deal.dealId).catch(() => deal);
      return show(deps, { ...visit, deal: now }, cameBack(back, pressed), back.status);
    },
  });
}

/** One yes to one proposal, from whichever tab it is pressed. Somebody else who agrees is told that it was done. */
function idOf({ proposals }: Deal, body: CommandBody): string | undefined {
  if (body.type !== 'agreeToProposal') return undefined;
  const sent = proposals.findLast(({ version }) => version === body.version);
  const isOthers = sent?.agreed !== undefined && sent.agreed.name !== body.name;
  return sent && !isOthers ? commandIds.yes(sent) : undefined;
}

function cameBack(
  { status, errors, problem, entry, nonce }: Comeback,
  { ask, text = '', yes }: Press,
): Shown {
  return {
    answer: entry && { entry },
    draft: ask && { ask, text, nonce, error: errors[textField(ask)] },
    yes: yes === undefined ? undefined : { name: yes, nonce, errors },
    notSent: status === 503,
    problem,
  };
}

function contextOf({ config }: Deps, { request, person }: DealVisit, url?: string): PageContext {
  return pageContext(request, { config, known: person.language, url });
}

type Shown = Omit<DealPageProps, 'page' | 'keys' | 'seenUrl'>;

async function show(deps: Deps, visit: DealVisit, more: Shown, status = 200) {
  const { request, reply, deal, path } = visit;
  const context = contextOf(deps, visit, path);
  const messages = await readMessages(deps, deal);
  const page = dealContext({ context, visit, now: deps.now(), config: deps.config });
  // A colleague who looks at the buyer's page has not opened it for the buyer.
  const seenUrl = isUnseen(visit) && !request.session.staffId ? `${path}/seen` : undefined;
  return sendPage(
    reply,
    DealPage({
      page,
      keys: { nonce: randomUUID() },
      seenUrl,
      messages,
      ...more,
    }),
    status,
  );
}
