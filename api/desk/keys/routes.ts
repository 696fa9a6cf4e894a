import type { App, Deps } from '../../deps.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { deskContext } from '../desk-context.ts';
import { requireStaff } from '../session.ts';
import { KeysPage } from './keys-page.tsx';

/** What the keyboard can do here; the script shows it over any page. */
export async function keyRoutes(app: App, deps: Deps): Promise<void> {
  app.get('/desk/keys', { schema: { hide: true }, preHandler: requireStaff(deps) }, async (request, reply) =>
    sendPage(reply, KeysPage({ context: deskContext({ deps, request, reply }) })),
  );
}
