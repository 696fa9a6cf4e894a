import { Type } from 'typebox';
import { commandIds } from '../../../deal/keys.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { text } from '../../forms/fields.ts';
import { findEntry } from '../../service/watch.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { outcomeOf } from '../deal/outcome.ts';
import type { DeskContext } from '../desk-context.ts';
import { deskContext } from '../desk-context.ts';
import { requireStaff, staffOf } from '../session.ts';
import { actorOf } from '../staff.ts';
import { ApprovalsPage, approvalsUrl } from './approvals-page.tsx';
import { approvalsFor, chosenFrom } from './find-approvals.ts';

const querystring = Type.Object({ deal: text(64), decided: text(64), command: text(200) });

/** The queue of an approver. Throws the Problem forbidden for everybody else. */
export async function approvalRoutes(app: App, deps: Deps): Promise<void> {
  const options = { schema: { querystring, hide: true }, preHandler: requireStaff(deps) };
  app.get(approvalsUrl, options, async (request, reply) => {
    const staff = staffOf(request);
    if (!staff.roles.includes('approver')) throw new Problem('forbidden');
    const context = deskContext({ deps, request, reply });
    const { deal: dealId, decided, command } = request.query;
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
    return sendPage(reply, ApprovalsPage({ view: { context, waiting, chosen, outcome } }));
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
