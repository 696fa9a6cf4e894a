import type { App, Deps } from '../../deps.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { setupPath } from '../next-page.ts';
import { inSetupOfUser, type SetupOfUser, setupSchema } from '../open-setup.ts';
import { placeOf } from '../place.ts';
import { type BusinessForm, readBusiness } from './business.ts';
import { BusinessPage, type BusinessPageProps } from './business-page.tsx';

/** /setup/{sessionId}/business/1 and /2. */
export function businessRoutes(app: App, deps: Deps): void {
  const options = { schema: setupSchema };
  for (const form of [1, 2] as const) {
    const path = `/setup/:sessionId/business/${form}`;
    app.get(
      path,
      options,
      inSetupOfUser(deps, async setup => show(setup, { form, fields: setup.user.profile })),
    );
    app.post(
      path,
      options,
      inSetupOfUser(deps, setup => save(setup, form)),
    );
  }

  async function save(setup: SetupOfUser, form: BusinessForm) {
    const { request, reply, session, user } = setup;
    const { messages } = placeOf(deps, setup).context;
    const { fields, profile, errors } = readBusiness(request.body, { form, messages });
    if (Object.keys(errors).length > 0) return show(setup, { form, fields, errors }, 422);
    await deps.accounts.saveProfile(user.userId, profile);
    return reply.redirect(setupPath(session._id, form === 1 ? 'business/2' : 'organization'), 303);
  }

  function show(
    setup: SetupOfUser,
    more: Pick<BusinessPageProps, 'form' | 'fields' | 'errors'>,
    status = 200,
  ) {
    return sendPage(setup.reply, <BusinessPage {...placeOf(deps, setup)} {...more} />, status);
  }
}
