import type { FastifyRequest, FastifySchema } from 'fastify';
import { linkGoodForHours } from '../../../shared/accounts/verification-link.ts';
import type { App, Deps } from '../../deps.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { addressLimit, perConnection } from '../address-limit.ts';
import { fieldsOf } from '../form-fields.ts';
import type { SignUp } from '../session.ts';
import { CheckMailPage, type CheckMailPageProps } from './check-mail-page.tsx';
import { mailSignUp, signInPath } from './email-verification.ts';

export interface CheckMailPlace {
  /** Fastify path, GET and POST. */
  path: string;
  schema: FastifySchema;
  around?: (
    request: FastifyRequest,
    context: CheckMailPageProps['context'],
  ) => Pick<CheckMailPageProps, 'above' | 'otherAddress'>;
}

/** Adds a page that waits for the verification mail and can send it again. */
export function checkMailAt(app: App, deps: Deps, { path, schema, around }: CheckMailPlace): void {
  const withinLimit = addressLimit(app, { max: 5 });

  app.get(path, { schema }, async (request, reply) => {
    const { signUp } = request.session;
    if (!signUp) return reply.redirect('/accounts/sign-in', 303);
    if (await verifiedElsewhere(signUp)) return reply.redirect(signInPath(signUp), 303);
    const context = pageContext(request, { config: deps.config });
    const page = (
      <CheckMailPage
        context={context}
        keys={formKeys(reply)}
        action={pathOf(request)}
        email={signUp.email}
        goodForHours={linkGoodForHours}
        resent={fieldsOf(request.query, ['resent']).resent === 'yes'}
        {...around?.(request, context)}
      />
    );
    return sendPage(reply, page);
  });

  app.post(path, { schema, config: perConnection }, async (request, reply) => {
    const { signUp } = request.session;
    if (!signUp) return reply.redirect('/accounts/sign-in', 303);
    await withinLimit(request);
    await mailSignUp(deps, signUp, pageContext(request, { config: deps.config }).lang);
    return reply.redirect(`${pathOf(request)}?resent=yes`, 303);
  });

  async function verifiedElsewhere({ userId }: SignUp): Promise<boolean> {
    const user = userId ? await deps.accounts.findUser(userId) : undefined;
    return user?.emailVerified ?? false;
  }
}

const pathOf = (request: FastifyRequest) => request.url.split('?')[0] ?? '';
