import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify';
import type { User } from '../../../shared/accounts/accounts.ts';
import { canonicalEmail, isEmail } from '../../../shared/accounts/email-address.ts';
import { resetGoodForHours } from '../../../shared/accounts/password-reset-link.ts';
import type { App, Deps } from '../../deps.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { addressLimit, perConnection } from '../address-limit.ts';
import { fieldsOf } from '../form-fields.ts';
import { doorTo, nextPath } from '../next-path.ts';
import { CheckMailPage } from '../verify/check-mail-page.tsx';
import { ForgottenPage, type ForgottenPageProps } from './forgotten-page.tsx';
import { mailNoAccount, mailReset } from './password-reset.ts';

/** A place to ask for a new password: on its own, or on the way of a set-up session. */
export interface ForgottenPlace {
  /** Fastify path, GET and POST. */
  path: string;
  schema: FastifySchema;
  /** `next`: where one goes on to with the new password. */
  around: (
    request: FastifyRequest,
    context: ForgottenPageProps['context'],
  ) => Pick<ForgottenPageProps, 'signIn' | 'above'> & { next: string };
  /** Told who has been named here. */
  named?: (request: FastifyRequest, user: User) => Promise<void>;
}

/** Adds one place to ask for a new password. It answers the same whether there is an account or not. */
export function forgottenAt(app: App, deps: Deps, place: ForgottenPlace): void {
  const withinLimit = addressLimit(app, { max: 5 });
  const { path, schema } = place;

  app.get(path, { schema }, async (request, reply) => {
    const { sent } = fieldsOf(request.query, ['sent']);
    const { forgotten } = request.session;
    return sent && forgotten
      ? showSent(request, reply, { email: forgotten, resent: sent === 'again' })
      : show(request, reply, { email: forgotten });
  });

  app.post(path, { schema, config: perConnection }, async (request, reply) => {
    const { email: typed, again } = fieldsOf(request.body, ['email', 'again']);
    const email = canonicalEmail(typed);
    const { problems } = contextOf(request).messages.accounts;
    if (!isEmail(email))
      return show(request, reply, { email: typed, errors: { email: problems.email } }, 422);
    await withinLimit(request);
    await mail(request, email);
    request.session.forgotten = email;
    return reply.redirect(atSent(request.url, again ? 'again' : 'yes'), 303);
  });

  async function mail(request: FastifyRequest, email: string): Promise<void> {
    const context = contextOf(request);
    const { signIn, next } = place.around(request, context);
    const user = await deps.accounts.findUserByEmail(email);
    if (!user) return mailNoAccount(deps, { email, language: context.lang, signIn });
    await place.named?.(request, user);
    await mailReset(deps, { user, next });
  }

  const contextOf = (request: FastifyRequest) =>
    pageContext(request, { config: deps.config, url: request.url });

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    more: Pick<ForgottenPageProps, 'email' | 'errors'>,
    status = 200,
  ) {
    const context = contextOf(request);
    const { signIn, above } = place.around(request, context);
    const page = (
      <ForgottenPage
        {...{ context, signIn, above }}
        keys={formKeys(reply)}
        action={withoutSent(request)}
        {...more}
      />
    );
    return sendPage(reply, page, status);
  }

  function showSent(
    request: FastifyRequest,
    reply: FastifyReply,
    { email, resent }: { email: string; resent: boolean },
  ) {
    const context = contextOf(request);
    const { above } = place.around(request, context);
    const page = (
      <CheckMailPage
        {...{ context, above, email, resent }}
        keys={formKeys(reply)}
        action={withoutSent(request)}
        fields={{ email, again: 'yes' }}
        otherAddress={withoutSent(request)}
        goodForHours={resetGoodForHours}
      />
    );
    return sendPage(reply, page);
  }
}

/** The form's own address, as it was before a mail was sent. */
const withoutSent = ({ url }: FastifyRequest) => atSent(url);

function atSent(url: string, sent?: 'yes' | 'again'): string {
  const { pathname, searchParams } = new URL(url, 'http://this.site');
  searchParams.delete('sent');
  if (sent) searchParams.set('sent', sent);
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname;
}

/** /accounts/forgot-password. */
export function forgottenRoutes(app: App, deps: Deps): void {
  forgottenAt(app, deps, {
    path: '/accounts/forgot-password',
    schema: { hide: true },
    around: request => {
      const next = nextPath(fieldsOf(request.query, ['next']).next || undefined);
      return { next, signIn: doorTo(next, 'sign-in') };
    },
  });
}
