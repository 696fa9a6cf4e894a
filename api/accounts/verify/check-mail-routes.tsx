import { Type } from 'typebox';
import { linkGoodForHours } from '../../../shared/accounts/verification-link.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { type Comeback, submit } from '../../forms/submit.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { type DoorVisit, doorParams } from '../door.ts';
import { mailLimit, perConnection } from '../limits.ts';
import type { SignUp } from '../session.ts';
import { CheckMailPage, type CheckMailPageProps } from './check-mail-page.tsx';
import { mailSignUp, signInPath } from './email-verification.ts';

export interface CheckMailPlace {
  /** Fastify path, GET and POST. */
  path: string;
  around?: (
    visit: DoorVisit,
    context: CheckMailPageProps['context'],
  ) => Pick<CheckMailPageProps, 'above' | 'otherAddress'>;
}

const querystring = Type.Object({ resent: text(10) });
const body = Type.Object({ nonce });

/** Adds a page that waits for the verification mail and can send it again. */
export function checkMailAt(app: App, deps: Deps, { path, around }: CheckMailPlace): void {
  const withinLimit = mailLimit(deps, 'check-mail');
  const shown = { schema: { params: doorParams, querystring, hide: true } };
  const sent = { schema: { params: doorParams, body, hide: true }, config: perConnection };

  app.get(path, shown, async (request, reply) => {
    const { signUp } = request.session;
    if (!signUp) return reply.redirect('/accounts/sign-in', 303);
    if (await verifiedElsewhere(deps, signUp)) return reply.redirect(signInPath(signUp), 303);
    const visit = { request, reply, ...request.params, signUp };
    return show(visit, { resent: request.query.resent === 'yes' });
  });

  app.post(path, sent, async (request, reply) => {
    const { signUp } = request.session;
    if (!signUp) return reply.redirect('/accounts/sign-in', 303);
    const visit = { request, reply, ...request.params, signUp };
    return submit(visit, {
      async ask() {
        await withinLimit(signUp.email);
        await mailSignUp(deps, signUp, pageContext(request, { config: deps.config }).lang);
      },
      goTo: () => `${pathOf(request.url)}?resent=yes`,
      again: back => show(visit, { back }),
    });
  });

  type Waiting = DoorVisit & { signUp: SignUp };

  function show(visit: Waiting, { resent = false, back }: { resent?: boolean; back?: Comeback }) {
    const { request, reply, signUp } = visit;
    const context = pageContext(request, { config: deps.config });
    const page = (
      <CheckMailPage
        context={context}
        keys={formKeys(reply)}
        action={pathOf(request.url)}
        email={signUp.email}
        goodForHours={linkGoodForHours}
        resent={resent}
        problem={back?.problem}
        {...around?.(visit, context)}
      />
    );
    return sendPage(reply, page, back?.status);
  }
}

/** The link may have been opened on another device. */
async function verifiedElsewhere({ accounts }: Deps, { userId }: SignUp): Promise<boolean> {
  const user = userId ? await accounts.findUser(userId) : undefined;
  return user?.emailVerified ?? false;
}

const pathOf = (url: string) => url.split('?')[0] ?? '';
