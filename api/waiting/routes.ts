import type { FastifyRequest } from 'fastify';
import { canonicalEmail } from '../../deal/contract/email.ts';
import { messagesIn } from '../../shared/i18n/messages.ts';
import { Problem } from '../../shared/problems.ts';
import type { App, Deps } from '../deps.ts';
import { findWaiting, type Reader, type Waiting } from '../desk/home/find-waiting.ts';
import { pipeline } from '../desk/home/pipeline.ts';
import { memberFrom, withLentRoles } from '../desk/staff.ts';
import { readerOf, requireCaller } from '../plugins/callers.ts';
import { jsonOnly } from '../plugins/json-only.ts';
import { languageOf } from '../ui/pages/language.ts';
import { pipelineAnswer, waitingAnswer, waitingQuery } from './schemas.ts';

const common = { tags: ['deals'], security: [{ token: [] }] };

/** What the first page of the desk shows, and an approver's queue, for programs. */
export async function waitingRoutes(app: App, deps: Deps): Promise<void> {
  jsonOnly(app);
  app.addHook('onRequest', requireCaller(app, deps));

  const summary = 'What waits for the caller, a colleague or the team, what is due first before the rest';
  const list = { ...common, summary, querystring: waitingQuery, response: waitingAnswer };
  app.get('/api/waiting', { schema: list }, async request => {
    const { whose = 'mine', colleague, kind } = request.query;
    const staff = colleague ? await colleagueAt(deps, request, colleague) : readerOf(request);
    const asked = { staff, whose: colleague ? 'mine' : whose, now: deps.now(), kind } as const;
    const { waiting, isWhole } = await findWaiting(deps.db, asked);
    return { waiting: waiting.map(shown), isWhole };
  });

  const stages = { ...common, summary: 'The open deals of each stage in numbers', response: pipelineAnswer };
  app.get('/api/pipeline', { schema: stages }, async () => ({ stages: await pipeline(deps.db) }));
}

/** A colleague with what he does for those who are away. Throws the Problem invalid for an address that nobody has. */
async function colleagueAt({ db, now }: Deps, request: FastifyRequest, email: string): Promise<Reader> {
  const found = await db.staff.findOne({ email: canonicalEmail(email), active: true }).lean();
  if (found) return withLentRoles(db, memberFrom(found), now());
  const { bulk } = messagesIn(languageOf(request)).desk.list;
  throw new Problem('invalid', { fields: [{ pointer: '/colleague', detail: bulk.noOwner }] });
}

function shown({ row, need }: Waiting) {
  const { dealId, company, contact, stage, owner, total, approvalAskedBy: askedBy } = row;
  return { dealId, company, contact, stage, owner, total, askedBy, ...need };
}
