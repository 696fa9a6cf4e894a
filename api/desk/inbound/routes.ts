import { Type } from 'typebox';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { findHeld } from '../../service/inbound/find-held.ts';
import { settle, type Verdict } from '../../service/inbound/settle.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import type { Visit } from '../../visit.ts';
import { deskContext } from '../desk-context.ts';
import { requireDecider } from '../events/may-decide.ts';
import { requireStaff } from '../session.ts';
import { HeldPage, type HeldView, heldUrl } from './held-page.tsx';

const form = Type.Object({ id: text(1000), as: text(20), dealId: text(64), nonce, _csrf: text(500) });
const querystring = Type.Object({ done: Type.Optional(Type.String()) });

/** Mails to support that wait for somebody to look at them. */
export async function heldMailRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = [requireStaff(deps), requireDecider];

  app.get(heldUrl, { schema: { querystring, hide: true }, preHandler }, async (request, reply) => {
    const done = (['message', 'inquiry', 'dismissed'] as const).find(each => each === request.query.done);
    return show(deps, { request, reply }, done ? { done } : {});
  });

  app.post(heldUrl, { schema: { body: form, hide: true }, preHandler }, async (request, reply) => {
    const visit = { request, reply };
    const { id, as, dealId } = request.body;
    const { staff, messages } = deskContext({ deps, ...visit, url: heldUrl });
    const { problems } = messages.heldMails;
    return submit(visit, {
      async ask() {
        const settled = await settle(deps, { id, verdict: verdictOf(as, dealId.trim()), by: staff.email });
        return 'problem' in settled
          ? { errors: {}, problem: problems[settled.problem], status: 409 }
          : settled;
      },
      goTo: ({ state }) => `${heldUrl}?${new URLSearchParams({ done: state })}`,
      again: ({ problem = problems.gone, status }) =>
        show(deps, visit, { refused: { id, problem, dealId } }, status),
    });
  });
}

function verdictOf(as: string, dealId: string): Verdict {
  if (as === 'inquiry' || as === 'dismissed') return { as };
  return { as: 'message', dealId };
}

async function show(deps: Deps, visit: Visit, more: Omit<HeldView, 'context' | 'mails'>, status = 200) {
  const context = deskContext({ deps, ...visit, url: heldUrl });
  const mails = await findHeld(deps.db);
  return sendPage(visit.reply, HeldPage({ view: { context, mails, ...more } }), status);
}
