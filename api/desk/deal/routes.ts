import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandBody, CommandType } from '../../../deal/commands.ts';
import type { Entry } from '../../../deal/events.ts';
import { commandIds } from '../../../deal/keys.ts';
import { Problem } from '../../../shared/problems.ts';
import { kebab } from '../../deals/schemas.ts';
import type { App, Deps } from '../../deps.ts';
import { commandIdOf, formValues } from '../../forms/form-values.ts';
import { askDeal } from '../../service/ask.ts';
import { readDeal, readTimeline } from '../../service/read.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { deskContext } from '../desk-context.ts';
import { mailsOfDeal } from '../mails/find-mails.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf, listStaff } from '../staff.ts';
import { DealPage } from './deal-page.tsx';
import { otherAgreements } from './facts/other-agreements.ts';
import { outcomeOf, refusedOutcome } from './outcome.ts';
import { deskSteps, readStep } from './steps/read-step.ts';
import { stepErrors } from './steps/step-errors.ts';
import { type Attempt, type DealView, dealUrl, type Outcome } from './view.ts';

type DealParams = { dealId: string };
interface Came {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The page of one deal, and every step that staff take on it. */
export async function dealPageRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { hide: true }, preHandler: requireStaff(deps) };

  app.get('/desk/deals/:dealId', options, async (request, reply) => {
    const view = await viewOf(deps, { request, reply });
    const { command, open } = request.query as { command?: unknown; open?: unknown };
    const outcome = outcomeOf(command, view);
    return sendPage(
      reply,
      DealPage({ view: { ...view, outcome, ...(typeof open === 'string' && { open }) } }),
      outcome?.state === 'pending' ? 202 : 200,
    );
  });

  for (const type of deskSteps) {
    app.post(`/desk/deals/:dealId/${kebab(type)}`, options, async (request, reply) =>
      takeStep(deps, type, { request, reply }),
    );
  }
}

async function takeStep(deps: Deps, type: (typeof deskSteps)[number], came: Came) {
  const values = formValues(came.request.body);
  const { dealId } = came.request.params as DealParams;
  const view = await viewOf(deps, came);
  const attempt: Attempt = { form: values.form ?? type, values, errors: {} };
  const { deal, colleagues, context } = view;
  const read = readStep(type, { values, deal, colleagues, messages: context.messages });
  if ('errors' in read) return again(came, { ...view, attempt: { ...attempt, errors: read.errors } }, 422);
  const commandId = commandIdOf(values);
  try {
    const by = actorOf(staffOf(came.request));
    const { body, also } = read;
    const answer = await askDeal(deps, { dealId, body, by, commandId });
    if (answer.state === 'refused') return refused(deps, came, { entry: answer.entry, attempt });
    if (also) await askDeal(deps, { dealId, body: also, by, commandId: commandIds.beside(commandId) });
    return came.reply.redirect(afterStep(dealId, commandId), 303);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    came.request.log.warn({ err: error }, 'step not taken');
    const kept = error.status === 503 ? { ...attempt, nonce: commandId } : attempt;
    return again(came, { ...view, attempt: kept, outcome: notTaken(error, type, view) }, error.status);
  }
}

/** The deal as it is now, with the reason why not, and the form with what is wrong at its fields. */
async function refused(deps: Deps, came: Came, { entry, attempt }: { entry: Entry; attempt: Attempt }) {
  const now = await viewOf(deps, came);
  const { refusal, event } = entry;
  const errors = stepErrors(refusal?.fields ?? [], event as CommandBody, now.context.messages) ?? {};
  return again(came, { ...now, attempt: { ...attempt, errors }, outcome: refusedOutcome(entry, now) }, 409);
}

/** Where the browser goes after a step: the deal's page, which tells from the timeline what became of it. */
export function afterStep(dealId: string, commandId: string): string {
  return `${dealUrl(dealId)}?${new URLSearchParams({ command: commandId })}`;
}

function notTaken(problem: Problem, action: CommandType, { context }: DealView): Outcome {
  const { what, next } = context.messages.problems[problem.code];
  return { state: 'refused', action, reason: `${problem.detail ?? what} ${next}` };
}

function again({ reply }: Came, view: DealView, status: number) {
  return sendPage(reply, DealPage({ view }), status);
}

/** Throws the Problem dealNotFound. */
async function viewOf(deps: Deps, { request, reply }: Came): Promise<DealView> {
  const { dealId } = request.params as DealParams;
  const deal = await readDeal(deps, dealId);
  const [timeline, colleagues, others, mails] = await Promise.all([
    readTimeline(deps, dealId),
    listStaff(deps.db),
    otherAgreements(deps.db, deal),
    mailsOfDeal(deps.db, dealId),
  ]);
  const url = request.method === 'GET' ? undefined : dealUrl(dealId);
  return { context: deskContext({ deps, request, reply, url }), deal, timeline, colleagues, others, mails };
}
