import { Type } from 'typebox';
import type { Language } from '../../../deal/people.ts';
import { mailLimit, perConnection } from '../../accounts/limits.ts';
import { waitForMail } from '../../accounts/session.ts';
import { mailSignUp } from '../../accounts/verify/email-verification.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { likelyTimeZone } from '../../inquiry/parse-inquiry.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { setupPath } from '../next-page.ts';
import { findSetup, letIn, type Setup, type SetupVisit, setupParams } from '../open-setup.ts';
import { productTitle } from '../product-title.ts';
import { parseSignUp, type SignUpFields } from './parse-sign-up.ts';
import { RegisterPage, type RegisterPageProps } from './sign-up-page.tsx';

const body = Type.Object({ accountName: text(2000), email: text(2000), password: text(1000), nonce });

/** Who signs up, and the set-up he may open; for everybody else there is none. */
interface SignUpVisit extends SetupVisit {
  setup?: Omit<Setup, 'request' | 'reply'>;
}

/** /setup/{sessionId}/register. It tells nobody whether the session exists. */
export function signUpRoutes(app: App, deps: Deps): void {
  const withinLimit = mailLimit(deps, 'sign-up');
  const path = '/setup/:sessionId/register';

  app.get(path, { schema: { params: setupParams, hide: true } }, async (request, reply) => {
    const visit = await visitOf({ request, reply, ...request.params });
    return visit.setup?.user ? reply.redirect(setupPath(visit.sessionId), 303) : show(visit, {});
  });

  const sent = { schema: { params: setupParams, body, hide: true }, config: perConnection };
  app.post(path, sent, async (request, reply) => {
    const visit = await visitOf({ request, reply, ...request.params });
    const typed = request.body;
    const { lang, messages } = contextOf(visit);
    return submit(visit, {
      async ask(_commandId, idempotencyKey) {
        const { fields, errors } = await parseSignUp(typed, messages);
        if (Object.keys(errors).length > 0) return { errors };
        await withinLimit(fields.email);
        return signUp(visit, { ...fields, lang, idempotencyKey });
      },
      goTo: () => setupPath(visit.sessionId, 'check-mail'),
      again: ({ status, errors, problem }) => show(visit, { fields: typed, errors, problem }, status),
    });
  });

  const visitOf = async (visit: SetupVisit): Promise<SignUpVisit> => ({
    ...visit,
    setup: await findSetup(deps, visit),
  });

  const contextOf = ({ request }: SignUpVisit) => pageContext(request, { config: deps.config });

  /** A known address is answered like a new one; only its owner learns by mail that there is an account. */
  async function signUp(
    visit: SignUpVisit,
    { lang, ...wanted }: SignUpFields & { lang: Language; idempotencyKey: string },
  ): Promise<void> {
    const { request, sessionId: setupSessionId, setup } = visit;
    const timeZone = setup?.deal?.inquiry.contact.timeZone ?? likelyTimeZone[lang];
    const { outcome, user } = await deps.accounts.signUp({ ...wanted, language: lang, timeZone });
    await letIn(deps, { ...visit, user });
    const isNew = outcome === 'created';
    const waiting = { email: wanted.email, setupSessionId, ...(isNew && { userId: user.userId }) };
    await waitForMail(request, waiting);
    await mailSignUp(deps, waiting, lang);
  }

  type Shown = Pick<RegisterPageProps, 'fields' | 'errors' | 'problem'>;

  function show(visit: SignUpVisit, typed: Shown, status = 200) {
    const { reply, sessionId, setup } = visit;
    const purchase = setup && {
      product: productTitle(deps.config, setup.session.productCode),
      awsAccountId: setup.session.awsAccountId,
    };
    const keys = formKeys(reply);
    const page = <RegisterPage context={contextOf(visit)} {...{ keys, sessionId, purchase }} {...typed} />;
    return sendPage(reply, page, status);
  }
}
