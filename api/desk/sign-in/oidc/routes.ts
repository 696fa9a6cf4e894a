import type {} from '@fastify/rate-limit';
import { Type } from 'typebox';
import type { App, Deps } from '../../../deps.ts';
import { text } from '../../../forms/fields.ts';
import { noteSecurity } from '../../../service/security/note.ts';
import type { Visit } from '../../../visit.ts';
import { afterSignIn, signIn } from '../../session.ts';
import { noteSignIn } from '../../staff.ts';
import { keepPending, takePending } from './begun.ts';
import { personOf } from './person-of.ts';
import { type Refused, refusedUrl } from './view.ts';

const config = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const querystring = Type.Object({ next: text(2000) });

/** Sign-in at the desk by the organization's provider: out to it, and back. */
export async function oidcRoutes(app: App, deps: Deps): Promise<void> {
  if (!deps.config.OIDC_ISSUER) return;
  // Its library is loaded where there is a provider alone.
  const { createProvider } = await import('./provider.ts');
  const provider = createProvider(deps.config);

  app.get('/desk/sign-in/oidc', { schema: { querystring, hide: true }, config }, async (request, reply) => {
    const next = afterSignIn(request.query.next);
    const begun = await provider.begin();
    if ('notTold' in begun) return refuse({ request, reply }, { reason: begun.notTold, next });
    keepPending(reply, deps.config, { ...begun.begun, next });
    return reply.redirect(begun.url.href, 303);
  });

  app.get('/desk/sign-in/oidc/callback', { schema: { hide: true }, config }, async (request, reply) => {
    const visit = { request, reply };
    const pending = takePending(visit, deps.config);
    if (!pending) return refuse(visit, { reason: 'tooOld', next: '/desk' });
    const { next } = pending;
    const identity = await provider.finish(new URL(request.url, deps.config.PUBLIC_URL).search, pending);
    if ('notTold' in identity) return refuse(visit, { reason: identity.notTold, next });
    const staff = await personOf(deps, identity);
    const who = 'refused' in staff ? identity.email : staff.email;
    const what = 'refused' in staff ? 'signInFailed' : 'signedIn';
    await noteSecurity(deps, request, { what, door: 'desk', who });
    if ('refused' in staff) return refuse(visit, { reason: staff.refused, next });
    await noteSignIn(deps.db, staff.staffId, deps.now());
    await signIn(visit, staff);
    return reply.redirect(next, 303);
  });

  function refuse({ request, reply }: Visit, { reason, next }: { reason: Refused; next: string }) {
    request.log.info({ reason }, 'no sign-in by the provider');
    return reply.redirect(refusedUrl(reason, next), 303);
  }
}
