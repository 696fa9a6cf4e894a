import { Type } from 'typebox';
import { perConnection } from '../../accounts/limits.ts';
import { passwordErrors } from '../../accounts/password-errors.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import type { Visit } from '../../visit.ts';
import { enterByPassword } from '../second-factor/begun.ts';
import type { Person } from '../settings/people/people.ts';
import { InvitationOverPage, InvitationPage, type InvitationView } from './invitation-page.tsx';
import { personBehind, useLink } from './use-link.ts';

const params = Type.Object({ token: Type.String() });
const body = Type.Object({ password: text(1000), nonce });

/** /desk/invitation/{token}: the link of the mail with which somebody of the staff chooses a password. */
export async function invitationRoutes(app: App, deps: Deps): Promise<void> {
  const path = '/desk/invitation/:token';
  const config = { alone: true, ...perConnection };

  app.get(path, { schema: { params, hide: true }, config }, async (request, reply) => {
    const person = await personBehind(deps, request.params.token);
    return person ? show(deps, { request, reply }, { person }) : over(deps, { request, reply });
  });

  app.post(path, { schema: { params, body, hide: true }, config }, async (request, reply) => {
    const visit = { request, reply };
    const { token } = request.params;
    const { password } = request.body;
    const person = await personBehind(deps, token);
    if (!person) return over(deps, visit);
    return submit(visit, {
      async ask() {
        const { email, name: accountName } = person;
        const { messages } = contextOf(deps, visit, person);
        const errors = await passwordErrors(password, { email, accountName, messages });
        if (errors) return { errors };
        const staff = await useLink(deps, { token, person, password });
        if (!staff) return { errors: {}, status: 410 }; // Somebody was faster.
        return { goOn: await enterByPassword(deps, visit, { staff, next: '/desk' }) };
      },
      goTo: ({ goOn }) => goOn,
      again: ({ status, errors, problem }) =>
        status === 410 ? over(deps, visit) : show(deps, visit, { person, errors, problem }, status),
    });
  });
}

const contextOf = ({ config }: Deps, { request }: Visit, person?: Person) =>
  pageContext(request, { config, known: person?.language });

type Shown = Pick<InvitationView, 'person' | 'errors' | 'problem'>;

function show(deps: Deps, visit: Visit, shown: Shown, status = 200) {
  const { request, reply } = visit;
  const context = contextOf(deps, visit, shown.person);
  const view = { ...shown, context, keys: formKeys(reply), action: request.url };
  return sendPage(reply, InvitationPage({ view }), status);
}

const over = (deps: Deps, visit: Visit) =>
  sendPage(visit.reply, InvitationOverPage({ context: contextOf(deps, visit) }), 410);
