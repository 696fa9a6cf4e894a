import { Type } from 'typebox';
import { perConnection } from '../../accounts/limits.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { setupPath } from '../next-page.ts';
import { inSetup, type Setup, setupParams } from '../open-setup.ts';
import { commandIdIn } from '../organization/choose-organization.ts';
import { placeOf } from '../place.ts';
import { handOver } from './hand-over.ts';
import { HandOverPage, type HandOverPageProps } from './hand-over-page.tsx';
import { type Colleague, parseColleague } from './parse-colleague.ts';

const body = Type.Object({ name: text(2000), email: text(2000), nonce });

/** /setup/{sessionId}/hand-over. Whoever may open the session may also pass it on, signed in or not. */
export function handOverRoutes(app: App, deps: Deps): void {
  const path = '/setup/:sessionId/hand-over';

  app.get(path, { schema: { params: setupParams, hide: true } }, async (request, reply) =>
    inSetup(deps, { request, reply, ...request.params }, async setup => show(setup, {})),
  );

  const sent = { schema: { params: setupParams, body, hide: true }, config: perConnection };
  app.post(path, sent, async (request, reply) =>
    inSetup(deps, { request, reply, ...request.params }, setup => pass(setup, request.body)),
  );

  function pass(setup: Setup, typed: Colleague) {
    const { session } = setup;
    const { messages } = placeOf(deps, setup).context;
    return submit(setup, {
      async ask(id) {
        const { colleague, errors } = parseColleague(typed, messages);
        if (Object.keys(errors).length > 0) return { errors };
        return handOver(deps, { setup, to: colleague, commandId: commandIdIn(session, id) });
      },
      goTo: () => setupPath(session._id, 'hand-over'),
      again: ({ status, errors, problem, entry }) => {
        const refusal = entry && messages.deal.refusals[entry.refusal?.code ?? 'notNow'];
        return show(setup, { fields: typed, errors, problem, refusal }, status);
      },
    });
  }

  type Shown = Pick<HandOverPageProps, 'fields' | 'errors' | 'refusal' | 'problem'>;

  function show(setup: Setup, more: Shown, status = 200) {
    const { session, user } = setup;
    const page = (
      <HandOverPage
        {...placeOf(deps, setup)}
        current={user ? 'organization' : 'account'}
        handedTo={session.handedTo}
        mailed={session.dealId !== undefined}
        link={`${deps.config.PUBLIC_URL}${setupPath(session._id)}`}
        {...more}
      />
    );
    return sendPage(setup.reply, page, status);
  }
}
