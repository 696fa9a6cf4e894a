import type { App, Deps } from '../../../deps.ts';
import { anyFields } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { discardDraft } from '../../../service/draft/drafts.ts';
import { readDeal } from '../../../service/read.ts';
import { dealParams, showAgain } from '../../deal/routes.ts';
import { dealUrl } from '../../deal/view.ts';
import { deskContext } from '../../desk-context.ts';
import { requireStaff } from '../../session.ts';
import { actorOf } from '../../staff.ts';
import { conflictShown, draftSeen, draftShown } from './draft-shown.ts';
import { keepTyped } from './keep.ts';

/** What is kept by itself while somebody writes, and the end of a draft that nobody wants. */
export async function draftPageRoutes(app: App, deps: Deps): Promise<void> {
  const path = '/desk/deals/:dealId/terms';
  const sent = {
    schema: { params: dealParams, body: anyFields, hide: true },
    preHandler: requireStaff(deps),
  };

  // The answer is for the page's script, which says so at the form.
  app.post(`${path}/keep`, sent, async (request, reply) => {
    const deal = await readDeal(deps, request.params.dealId);
    const context = deskContext({ deps, request, reply });
    const values = request.body;
    // What was sent late never goes over what has been pressed since.
    const seen = { revision: values[draftSeen] || undefined };
    const kept = await keepTyped(deps, { context, deal, values }, seen);
    const { notKept } = context.messages.desk.terms.draft;
    if ('changed' in kept) {
      const { said } = conflictShown(kept.draft, context);
      return reply.code(409).send({ output: { draft: notKept, draftProblem: said } });
    }
    const { revision, said } = draftShown(kept.draft, { context, versions: deal.terms.length });
    return { draft: revision, output: { draft: said, draftProblem: '' } };
  });

  app.post(`${path}/discard`, sent, async (request, reply) => {
    const { dealId } = request.params;
    const { staff, lang, messages } = deskContext({ deps, request, reply });
    const { changedMeanwhile, notDiscarded } = messages.desk.terms.draft;
    return submit(
      { request, reply },
      {
        async ask() {
          const writing = { deal: await readDeal(deps, dealId), by: actorOf(staff), language: lang };
          const seen = { revision: request.body[draftSeen] };
          if (await discardDraft(deps, { ...writing, seen })) return { dealId };
          return { errors: {}, problem: changedMeanwhile, status: 409 };
        },
        goTo: () => dealUrl(dealId),
        again: back => showAgain(deps, { request, reply, dealId }, { ...back, title: notDiscarded }),
      },
    );
  });
}
