import type { App, Deps } from '../deps.ts';
import { signedInStaff } from '../desk/session.ts';
import { sendPage } from '../ui/pages/page.tsx';
import { pageContext } from '../ui/pages/page-context.ts';
import { StartPage } from './start-page.tsx';

/** `/`: where somebody comes who knows the host alone. Staff who have signed in go on to their deals. */
export async function startRoutes(app: App, deps: Deps): Promise<void> {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    if (await signedInStaff(deps, request)) return reply.redirect('/desk', 303);
    return sendPage(reply, StartPage({ context: pageContext(request, { config: deps.config }) }));
  });
}
