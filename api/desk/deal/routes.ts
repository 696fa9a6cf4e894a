import { Type } from 'typebox';
import { commandIds } from '../../../deal/keys.ts';
import type { App, Deps } from '../../deps.ts';
import { anyFields, type FormValues } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { kebabCase } from '../../kebab-case.ts';
import { askDeal } from '../../service/ask.ts';
import { readDraft, takesDrafts } from '../../service/draft/drafts.ts';
import { readDeal, readTimeline } from '../../service/read.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { mailsOfDeal } from '../mails/find-mails.ts';
import { requireStaff } from '../session.ts';
import { actorOf, listStaff } from '../staff.ts';
import { draftRead } from '../terms/draft/draft-read.ts';
import { DealPage } from './deal-page.tsx';
import { otherAgreements } from './facts/other-agreements.ts';
import { outcomeOf, refusedOutcome } from './outcome.ts';
import type { StepOutcome } from './step-outcome.ts';
import { type DeskStep, deskSteps, parseStep } from './steps/parse-step.ts';
import type { ParsedStep } from './steps/sent-step.ts';
import { stepErrors } from './steps/step-errors.ts';
import { type DealView, dealUrl } from './view.ts';
import { workflowUrl } from './workflow-url.ts';

export const dealParams = Type.Object({ dealId: Type.String({ maxLength: 64 }) });
const querystring = Type.Object({
  command: Type.Optional(Type.String()),
  open: Type.Optional(Type.String()),
});

/** The page of one deal, and every step that staff take on it. */
export async function dealPageRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireStaff(deps);

  app.get(
    '/desk/deals/:dealId',
    { schema: { params: dealParams, querystring, hide: true }, preHandler },
    async (request, reply) => {
      const view = await viewOf(deps, { request, reply, dealId: request.params.dealId });
      const { command, open } = request.query;
      const outcome = outcomeOf(command, view);
      const page = DealPage({ view: { ...view, outcome, open } });
      return sendPage(reply, page, outcome?.state === 'pending' ? 202 : 200);
    },
  );

  const schema = { params: dealParams, body: anyFields, hide: true };
  for (const type of deskSteps)
    app.post(`/desk/deals/:dealId/${kebabCase(type)}`, { schema, preHandler }, async (request, reply) =>
      takeStep(deps, { request, reply, type, dealId: request.params.dealId, values: request.body }),
    );
}

/** The page of the deal again, when something beside its steps was not taken. */
export async function showAgain(
  deps: Deps,
  visit: DealVisit,
  { problem, status, title }: Comeback & { title?: string },
) {
  const view = await viewOf(deps, visit);
  const outcome: StepOutcome | undefined = problem
    ? { state: 'refused', action: 'proposeTerms', reason: problem, title }
    : undefined;
  return sendPage(visit.reply, DealPage({ view: { ...view, outcome } }), status);
}

interface DealVisit extends Visit {
  dealId: string;
}
interface StepVisit extends DealVisit {
  type: DeskStep;
  values: FormValues;
}

async function takeStep(deps: Deps, visit: StepVisit) {
  const { type, dealId, values } = visit;
  const view = await viewOf(deps, visit);
  const { deal, colleagues, context } = view;
  const step = parseStep(type, { values, deal, colleagues, messages: context.messages });
  return submit(visit, {
    ask: async commandId => ('errors' in step ? step : askFor(deps, view, { step, commandId })),
    goTo: ({ commandId }) =>
      values.backTo === 'approvals' ? afterDecision(dealId, commandId) : afterStep(dealId, commandId),
    again: async back => {
      const shown = back.entry ? await viewOf(deps, visit) : view;
      return sendPage(
        visit.reply,
        DealPage({ view: { ...shown, ...cameBack(back, visit, shown) } }),
        back.status,
      );
    },
  });
}

type Step = Exclude<ParsedStep, { errors: unknown }>;

/** Both commands of a press that asks for two; what became of the first is what became of it. */
async function askFor(
  deps: Deps,
  { deal: { dealId }, context }: DealView,
  { step: { body, also }, commandId }: { step: Step; commandId: string },
) {
  const by = actorOf(context.staff);
  const answer = await askDeal(deps, { dealId, body, by, commandId });
  if (also && answer.state !== 'refused')
    await askDeal(deps, { dealId, body: also, by, commandId: commandIds.beside(commandId) });
  return answer;
}

/** The reason why not, and the form with what was typed and what is wrong at its fields. */
function cameBack(
  { errors, entry, problem, nonce }: Comeback,
  { type, values }: StepVisit,
  view: DealView,
): Pick<DealView, 'attempt' | 'outcome'> {
  const { messages } = view.context;
  const fields = entry?.refusal?.fields ?? [];
  const refused = {
    ...stepErrors(fields, { type, which: values.which ?? values.role }, messages),
    ...errors,
  };
  const notTaken: StepOutcome | undefined = problem
    ? { state: 'refused', action: type, reason: problem }
    : undefined;
  return {
    attempt: { form: values.form ?? type, values, errors: refused, nonce },
    outcome: entry ? refusedOutcome(entry, view) : notTaken,
  };
}

/** Where the browser goes after a step: the deal's page, which tells from the timeline what became of it. */
export function afterStep(dealId: string, commandId: string): string {
  return `${dealUrl(dealId)}?${new URLSearchParams({ command: commandId })}`;
}

/** Whoever decides one approval after the other goes on with the next. */
function afterDecision(dealId: string, command: string): string {
  return `/desk/approvals?${new URLSearchParams({ decided: dealId, command })}`;
}

/** Throws the Problem dealNotFound. */
async function viewOf(deps: Deps, { request, reply, dealId }: DealVisit): Promise<DealView> {
  const deal = await readDeal(deps, dealId);
  const [timeline, colleagues, others, mails, draft] = await Promise.all([
    readTimeline(deps, dealId),
    listStaff(deps.db),
    otherAgreements(deps.db, deal),
    mailsOfDeal(deps.db, dealId),
    takesDrafts(deal) ? readDraft(deps, dealId) : undefined,
  ]);
  const url = request.method === 'GET' ? undefined : dealUrl(dealId);
  const context = deskContext({ deps, request, reply, url });
  const temporalUrl = workflowUrl(deps.config, dealId);
  const { products } = deps.config;
  return {
    context,
    deal,
    timeline,
    colleagues,
    others,
    mails,
    temporalUrl,
    ...(draft && { draft: draftRead(draft, { deal, products }) }),
  };
}
