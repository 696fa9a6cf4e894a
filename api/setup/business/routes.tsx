import { Type } from 'typebox';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { setupPath } from '../next-page.ts';
import { inSetupOfUser, type SetupOfUser, setupParams } from '../open-setup.ts';
import { placeOf } from '../place.ts';
import { BusinessPage, type BusinessPageProps } from './business-page.tsx';
import { type BusinessForm, businessForms, parseBusiness } from './parse-business.ts';

const body = Type.Object({
  companyName: text(2000),
  country: text(10),
  phone: text(200),
  jobTitle: text(2000),
  teamSize: text(20),
  purpose: text(10_000),
  nonce,
});
type Sent = Record<Exclude<keyof typeof body.properties, 'nonce'>, string>;

/** /setup/{sessionId}/business/1 and /2. */
export function businessRoutes(app: App, deps: Deps): void {
  for (const form of [1, 2] as const) {
    const path = `/setup/:sessionId/business/${form}`;
    app.get(path, { schema: { params: setupParams, hide: true } }, async (request, reply) =>
      inSetupOfUser(deps, { request, reply, ...request.params }, async setup =>
        show(setup, { form, fields: setup.user.profile }),
      ),
    );
    app.post(path, { schema: { params: setupParams, body, hide: true } }, async (request, reply) =>
      inSetupOfUser(deps, { request, reply, ...request.params }, setup => save(setup, form, request.body)),
    );
  }

  function save(setup: SetupOfUser, form: BusinessForm, sent: Sent) {
    const { session, user } = setup;
    const { messages } = placeOf(deps, setup).context;
    return submit(setup, {
      async ask() {
        const { profile, errors } = parseBusiness(sent, { form, messages });
        if (Object.keys(errors).length > 0) return { errors };
        await deps.accounts.saveProfile(user.userId, profile);
        return undefined;
      },
      goTo: () => setupPath(session._id, form === 1 ? 'business/2' : 'organization'),
      again: ({ status, errors, problem }) => {
        const fields = Object.fromEntries(businessForms[form].map(name => [name, sent[name]]));
        return show(setup, { form, fields, errors, problem }, status);
      },
    });
  }

  type Shown = Pick<BusinessPageProps, 'form' | 'fields' | 'errors' | 'problem'>;

  function show(setup: SetupOfUser, more: Shown, status = 200) {
    return sendPage(setup.reply, <BusinessPage {...placeOf(deps, setup)} {...more} />, status);
  }
}
