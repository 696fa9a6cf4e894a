import type {} from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App, Deps } from '../../deps.ts';
import { formValues } from '../../forms/form-values.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { afterSignIn, signIn } from '../session.ts';
import { staffWithPassword } from '../staff.ts';
import { SignInPage, type SignInView } from './sign-in-page.tsx';

/** Each attempt costs a password derivation, so few are let through from one place. */
const attempts = { rateLimit: { max: 20, timeWindow: '1 minute' } };

/** Where staff come in and go out. */
export async function signInRoutes(app: App, deps: Deps): Promise<void> {
  app.get('/desk/sign-in', { schema: { hide: true } }, async (request, reply) => {
    const { next } = request.query as { next?: unknown };
    return door(request, reply, { next: afterSignIn(next) });
  });

  app.post('/desk/sign-in', { schema: { hide: true }, config: attempts }, async (request, reply) => {
    const { email = '', password = '', ...values } = formValues(request.body);
    const next = afterSignIn(values.next);
    const staff = await staffWithPassword(deps.db, { email, password });
    if (!staff) return door(request, reply, { next, email, wrong: true }, 422);
    await signIn({ request, reply }, staff);
    return reply.redirect(next, 303);
  });

  app.post('/desk/sign-out', { schema: { hide: true } }, async (request, reply) => {
    await request.session.destroy();
    return reply.redirect('/desk/sign-in', 303);
  });

  function door(
    request: FastifyRequest,
    reply: FastifyReply,
    view: Omit<SignInView, 'context' | 'keys'>,
    status = 200,
  ) {
    const url = `/desk/sign-in?${new URLSearchParams({ next: view.next })}`;
    const context = pageContext(request, { config: deps.config, url });
    return sendPage(reply, SignInPage({ view: { ...view, context, keys: formKeys(reply) } }), status);
  }
}
