import type { User } from '../../../shared/accounts/accounts.ts';
import type { App, Deps } from '../../deps.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { nextPage, setupPath } from '../next-page.ts';
import { inSetup, type Setup, setupParams } from '../open-setup.ts';
import { placeOf } from '../place.ts';
import { readProgress, type SetupProgress } from './progress.ts';
import { ProgressPage } from './progress-page.tsx';

/** /setup/{sessionId}, which leads to where the set-up goes on, and /setup/{sessionId}/progress. */
export function progressRoutes(app: App, deps: Deps): void {
  const options = { schema: { params: setupParams, hide: true } };

  app.get('/setup/:sessionId', options, async (request, reply) =>
    inSetup(deps, { request, reply, ...request.params }, async setup =>
      reply.redirect(setupPath(setup.session._id, nextPage(setup)), 303),
    ),
  );

  app.get('/setup/:sessionId/progress', options, async (request, reply) =>
    inSetup(deps, { request, reply, ...request.params }, setup => show(deps, setup)),
  );
}

async function show(deps: Deps, setup: Setup) {
  const { session, deal, user, reply } = setup;
  const next = nextPage(setup);
  if (next !== 'progress') return reply.redirect(setupPath(session._id, next), 303);
  const progress = await readProgress(deps, setup);
  const page = (
    <ProgressPage
      {...placeOf(deps, setup)}
      progress={progress}
      isMember={await isMember(deps, { user, organization: progress.organization })}
      dealId={deal?.dealId}
      consoleUrl={deps.config.PRODUCT_CONSOLE_URL}
    />
  );
  return sendPage(reply, page);
}

async function isMember(
  { accounts }: Deps,
  { user, organization }: { user?: User; organization: SetupProgress['organization'] },
): Promise<boolean> {
  if (!user || !organization) return false;
  return (await accounts.roleIn(organization.organizationId, user.userId)) !== undefined;
}
