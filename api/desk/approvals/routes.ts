import { Type } from 'typebox';
import { commandIds } from '../../../deal/keys.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { findEntry } from '../../service/watch.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { outcomeOf } from '../deal/outcome.ts';
import { dealUrl } from '../deal/view.ts';
import type { DeskContext } from '../desk-context.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf } from '../staff.ts';
import { ApprovalsPage, approvalsUrl } from './approvals-page.tsx';
import { dealtBefore } from './dealt-before.ts';
import { approvalsFor, chosenFrom, goneFrom } from './find-approvals.ts';

const querystring = Type.Object({ deal: text(64), decided: text(64), command: text(200) });

/**
 * The queue of an approver, to which a chat leads as well. Whoever else comes from there is shown the deal; with none named,
 * throws the Problem forbidden.
 */
export async function approvalRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring, hide: true }, preHandler: requireStaff(deps) };
  app.get(approvalsUrl, options, async (request, reply) => {
    const staff = staffOf(request);
    const { deal: dealId, decided, command } = request.query;
    const isApprover = staff.roles.includes('approver');
    if (!isApprover && dealId !== '') return reply.redirect(dealUrl(dealId), 303);
    if (!isApprover) throw new Problem('forbidden');
    const context = deskContext({ deps, request, reply });
    const waiting = (await approvalsFor(deps, staff)).filter(row => row.dealId !== decided);
    const deal = await chosenFrom(deps.db, { waiting, dealId });
    const chosen = deal && {
      context,
      deal,
      timeline: [],
      colleagues: [],
      others: [],
      mails: [],
      backTo: 'approvals' as const,
    };
    const outcome = await outcomeIn(deps, { context, dealId: decided, command });
    const [gone, before] = await Promise.all([
      goneFrom(deps.db, { waiting, dealId }),
      deal ? dealtBefore(deps.db, deal) : [],
    ]);
    return sendPage(reply, ApprovalsPage({ view: { context, waiting, chosen, before, outcome, gone } }));
  });
}

/** What became of the decision that was taken here before. */
async function outcomeIn(
  deps: Deps,
  { context, dealId, command }: { context: DeskContext; dealId: string; command: string },
) {
  const record = command ? await deps.db.deals.findById(dealId, { deal: 1 }).lean() : null;
  if (!record) return undefined;
  const entry = await findEntry(deps.db, {
    dealId,
    commandId: commandIds.chosen(actorOf(context.staff), command),
  });
  return entry && outcomeOf(command, { context, deal: record.deal, timeline: [entry] });
}
