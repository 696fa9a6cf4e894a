import { perConnection } from '../../accounts/address-limit.ts';
import { nonceOf } from '../../accounts/form-fields.ts';
import type { App, Deps } from '../../deps.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { setupPath } from '../next-page.ts';
import { inSetup, type Setup, setupSchema } from '../open-setup.ts';
import { commandIdIn } from '../organization/choose-organization.ts';
import { placeOf } from '../place.ts';
import { handOver, readColleague } from './hand-over.ts';
import { HandOverPage, type HandOverPageProps } from './hand-over-page.tsx';

/** /setup/{sessionId}/hand-over. Whoever may open the session may also pass it on, signed in or not. */
export function handOverRoutes(app: App, deps: Deps): void {
  const path = '/setup/:sessionId/hand-over';

  app.get(
    path,
    { schema: setupSchema },
    inSetup(deps, async setup => show(setup, {})),
  );

  app.post(
    path,
    { schema: setupSchema, config: perConnection },
    inSetup(deps, async setup => {
      const { session, request, reply } = setup;
      const { messages } = placeOf(deps, setup).context;
      const { fields, errors } = readColleague(request.body, messages);
      if (Object.keys(errors).length > 0) return show(setup, { fields, errors }, 422);
      const commandId = commandIdIn(session, nonceOf(request.body));
      const answer = await handOver(deps, { setup, to: fields, commandId });
      if (answer?.state !== 'refused') return reply.redirect(setupPath(session._id, 'hand-over'), 303);
      const refusal = messages.deal.refusals[answer.entry.refusal?.code ?? 'notNow'];
      return show(setup, { fields, refusal }, 422);
    }),
  );

  function show(setup: Setup, more: Pick<HandOverPageProps, 'fields' | 'errors' | 'refusal'>, status = 200) {
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
