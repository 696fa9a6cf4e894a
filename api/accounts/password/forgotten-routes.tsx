import { Type } from 'typebox';
import { canonicalEmail, isEmail } from '../../../deal/contract/email.ts';
import type { User } from '../../../shared/accounts/accounts.ts';
import { resetGoodForHours } from '../../../shared/accounts/password-reset-link.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { type DoorVisit, doorParams } from '../door.ts';
import { mailLimit, perConnection } from '../limits.ts';
import { doorTo, nextPath } from '../next-path.ts';
import { CheckMailPage } from '../verify/check-mail-page.tsx';
import { ForgottenPage, type ForgottenPageProps } from './forgotten-page.tsx';
import { mailNoAccount, mailReset } from './password-reset.ts';

interface ForgottenVisit extends DoorVisit {
  asked: { next: string; sent: string };
}

/** A place to ask for a new password: on its own, or on the way of a set-up session. */
export interface ForgottenPlace {
  /** Fastify path, GET and POST. */
  path: string;
  /** `next`: where one goes on to with the new password. */
  around: (
    visit: ForgottenVisit,
    context: ForgottenPageProps['context'],
  ) => Pick<ForgottenPageProps, 'signIn' | 'above'> & { next: string };
  /** Told who has been named here. */
  named?: (visit: DoorVisit, user: User) => Promise<void>;
}

const querystring = Type.Object({ next: text(2000), sent: text(10) });
const body = Type.Object({ email: text(254), again: text(10), nonce });

/** Adds one place to ask for a new password. It answers the same whether there is an account or not. */
export function forgottenAt(app: App, deps: Deps, place: ForgottenPlace): void {
  const { path } = place;
  const withinLimit = mailLimit(deps, 'forgotten');
  const shown = { schema: { params: doorParams, querystring, hide: true } };
  const sent = { schema: { params: doorParams, querystring, body, hide: true }, config: perConnection };

  app.get(path, shown, async (request, reply) => {
    const visit = { request, reply, ...request.params, asked: request.query };
    const { forgotten } = request.session;
    return visit.asked.sent && forgotten ? showSent(visit, forgotten) : show(visit, { email: forgotten });
  });

  app.post(path, sent, async (request, reply) => {
    const visit = { request, reply, ...request.params, asked: request.query };
    const { email: typed, again } = request.body;
    return submit(visit, {
      async ask() {
        const email = canonicalEmail(typed);
        if (!isEmail(email)) return { errors: { email: contextOf(visit).messages.accounts.problems.email } };
        await withinLimit(email);
        await mail(visit, email);
        request.session.forgotten = email;
        return undefined;
      },
      goTo: () => atSent(request.url, again ? 'again' : 'yes'),
      again: ({ status, ...back }) => show(visit, { email: typed, ...back }, status),
    });
  });

  async function mail(visit: ForgottenVisit, email: string): Promise<void> {
    const context = contextOf(visit);
    const { signIn, next } = place.around(visit, context);
    const user = await deps.accounts.findUserByEmail(email);
    if (!user) return mailNoAccount(deps, { email, language: context.lang, signIn });
    await place.named?.(visit, user);
    await mailReset(deps, { user, next });
  }

  const contextOf = ({ request }: ForgottenVisit) =>
    pageContext(request, { config: deps.config, url: request.url });

  type Shown = Pick<ForgottenPageProps, 'email' | 'errors' | 'problem'>;

  function show(visit: ForgottenVisit, { email, errors, problem }: Shown, status = 200) {
    const context = contextOf(visit);
    const { signIn, above } = place.around(visit, context);
    const keys = formKeys(visit.reply);
    const action = atSent(visit.request.url);
    const page = <ForgottenPage {...{ context, signIn, above, keys, action, email, errors, problem }} />;
    return sendPage(visit.reply, page, status);
  }

  function showSent(visit: ForgottenVisit, email: string) {
    const context = contextOf(visit);
    const { above } = place.around(visit, context);
    const action = atSent(visit.request.url);
    const page = (
      <CheckMailPage
        {...{ context, above, email, action }}
        keys={formKeys(visit.reply)}
        resent={visit.asked.sent === 'again'}
        fields={{ email, again: 'yes' }}
        otherAddress={action}
        goodForHours={resetGoodForHours}
      />
    );
    return sendPage(visit.reply, page);
  }
}

/** The form's own address: as it is once a mail was sent, or as it was before. */
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
    around: ({ asked }) => {
      const next = nextPath(asked.next || undefined);
      return { next, signIn: doorTo(next, 'sign-in') };
    },
  });
}
