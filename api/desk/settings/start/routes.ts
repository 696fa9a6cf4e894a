import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { nonce } from '../../../forms/fields.ts';
import { submit } from '../../../forms/submit.ts';
import { sendPage } from '../../../ui/pages/page.tsx';
import type { Visit } from '../../../visit.ts';
import { deskContext } from '../../desk-context.ts';
import { staffOf } from '../../session.ts';
import { requireAdmin } from '../admin.ts';
import { readChecklist } from './checklist.ts';
import { StartPage, startUrl, tryAwsUrl } from './start-page.tsx';
import { awsTrying } from './try-aws.ts';

/** What leads a new installation to its first real offer. */
export async function startListRoutes(app: App, deps: Deps): Promise<void> {
  const preHandler = requireAdmin(deps);
  const tryAws = awsTrying(deps);

  app.get(startUrl, { schema: { hide: true }, preHandler }, async (request, reply) =>
    show(deps, { request, reply }),
  );

  const options = { schema: { body: Type.Object({ nonce }), hide: true }, preHandler };
  app.post(tryAwsUrl, options, async (request, reply) => {
    const visit = { request, reply };
    return submit(visit, {
      ask: () => tryAws(staffOf(request).email),
      goTo: () => `${startUrl}#aws`,
      again: ({ status, problem }) => show(deps, visit, { problem }, status),
    });
  });
}

async function show(deps: Deps, visit: Visit, { problem }: { problem?: string } = {}, status = 200) {
  const checklist = await readChecklist(deps);
  const context = deskContext({ deps, ...visit, url: startUrl });
  return sendPage(visit.reply, StartPage({ view: { context, checklist, problem } }), status);
}
