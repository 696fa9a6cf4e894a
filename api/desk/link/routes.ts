import { Type } from 'typebox';
import type { GivenOf } from '../../../deal/commands.ts';
import { longest } from '../../../deal/contract/limits.ts';
import { mayAsk } from '../../../deal/decider.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { anyFields, type FormValues } from '../../forms/fields.ts';
import { submit, type Wrong } from '../../forms/submit.ts';
import { type Answer, askDeal } from '../../service/ask.ts';
import { UnfitCommand } from '../../service/complete.ts';
import { readDeal } from '../../service/read.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { afterStep, dealParams } from '../deal/routes.ts';
import { allowedSteps } from '../deal/steps/allowed-steps.ts';
import { parseMoveLink } from '../deal/steps/parse-link.ts';
import { stepErrors } from '../deal/steps/step-errors.ts';
import { dealUrl } from '../deal/view.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf } from '../staff.ts';
import { candidatesFor } from './candidates.ts';
import { LinkPage } from './link-page.tsx';
import { type LinkView, linkUrl } from './view.ts';

const querystring = Type.Object({ q: Type.Optional(Type.String({ maxLength: longest.id })) });

/** /desk/deals/{dealId}/link: an organization is found, and the purchase linked to it. */
export async function linkRoutes(app: App, deps: Deps): Promise<void> {
  const path = '/desk/deals/:dealId/link';
  const preHandler = requireStaff(deps);

  app.get(
    path,
    { schema: { params: dealParams, querystring, hide: true }, preHandler },
    async (request, reply) => {
      const visit = { request, reply, dealId: request.params.dealId };
      const view = await viewOf(deps, visit, request.query.q === undefined ? {} : { q: request.query.q });
      if (allowedSteps(view.deal, view.context.staff).includes('moveLink'))
        return sendPage(reply, LinkPage({ view }));
      return reply.redirect(dealUrl(view.deal.dealId), 303);
    },
  );

  app.post(
    path,
    { schema: { params: dealParams, body: anyFields, hide: true }, preHandler },
    async (request, reply) => move(deps, { request, reply, dealId: request.params.dealId }, request.body),
  );
}

type LinkVisit = Visit & { dealId: string };

async function move(deps: Deps, visit: LinkVisit, values: FormValues) {
  const view = await viewOf(deps, visit, values);
  const { messages } = view.context;
  const step = parseMoveLink({ values, messages });
  return submit(visit, {
    ask: async commandId => ('errors' in step ? step : ask(deps, view, { ...step, commandId })),
    goTo: ({ commandId }) => afterStep(visit.dealId, commandId),
    again: async ({ errors, problem, nonce, entry, status }) => {
      const refusal = entry && messages.deal.refusals[entry.refusal?.code ?? 'notNow'];
      const shown = { ...view, errors, problem: refusal ?? problem, nonce };
      return sendPage(visit.reply, LinkPage({ view: shown }), status);
    },
  });
}

async function ask(
  deps: Deps,
  { deal: { dealId }, context }: LinkView,
  { body, commandId }: { body: GivenOf<'moveLink'>; commandId: string },
): Promise<Answer | Wrong> {
  try {
    return await askDeal(deps, { dealId, body, by: actorOf(context.staff), commandId });
  } catch (error) {
    if (!(error instanceof UnfitCommand)) throw error;
    return { errors: stepErrors(error.fields, body, context.messages) ?? {} };
  }
}

/** Throws the Problems dealNotFound, and forbidden for whoever has another role. */
async function viewOf(deps: Deps, visit: LinkVisit, values: FormValues): Promise<LinkView> {
  if (!mayAsk('moveLink', actorOf(staffOf(visit.request)))) throw new Problem('forbidden');
  const deal = await readDeal(deps, visit.dealId);
  // Whoever opened the deal may have named the organization.
  const hint = deal.link ? undefined : deal.openedBy?.organizationHint;
  const words = (values.q ?? hint ?? '').trim().slice(0, longest.id);
  const context = deskContext({ deps, ...visit, url: linkUrl(deal.dealId) });
  const candidates = await candidatesFor(deps, { deal, words });
  return { context, deal, words, candidates, values, errors: {} };
}
