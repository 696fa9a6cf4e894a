import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { termsInForce } from '../../../deal/deal.ts';
import type { Organization, OrganizationChoice } from '../../../shared/accounts/accounts.ts';
import type { App, Deps } from '../../deps.ts';
import { nonce, text } from '../../forms/fields.ts';
import { submit } from '../../forms/submit.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { mayChoose, nextPage, setupPath } from '../next-page.ts';
import { inSetupOfUser, type SetupOfUser, type SetupVisit, setupParams } from '../open-setup.ts';
import { placeOf } from '../place.ts';
import { productTitle } from '../product-title.ts';
import { chooseOrganization, commandIdIn } from './choose-organization.ts';
import { OrganizationPage, type OrganizationPageProps } from './organization-page.tsx';
import { type ChoiceFields, firstChoice, parseChoice } from './parse-choice.ts';

const body = Type.Object({ organization: text(200), newName: text(2000), nonce });

/** A choice that may be made now. */
interface Choosing extends SetupOfUser {
  organizations: OrganizationChoice[];
}

/** /setup/{sessionId}/organization. */
export function setupOrganizationRoutes(app: App, deps: Deps): void {
  const path = '/setup/:sessionId/organization';

  app.get(path, { schema: { params: setupParams, hide: true } }, async (request, reply) =>
    atItsTurn(deps, { request, reply, ...request.params }, async setup =>
      show(deps, setup, { fields: firstChoice(setup.user, setup.organizations) }),
    ),
  );

  app.post(path, { schema: { params: setupParams, body, hide: true } }, async (request, reply) =>
    atItsTurn(deps, { request, reply, ...request.params }, setup => choose(deps, setup, request.body)),
  );
}

function atItsTurn(deps: Deps, visit: SetupVisit, handle: (setup: Choosing) => Promise<FastifyReply>) {
  return inSetupOfUser(deps, visit, async setup => {
    if (mayChoose(setup)) return handle({ ...setup, organizations: await choicesFor(deps, setup) });
    return setup.reply.redirect(setupPath(setup.session._id, nextPage(setup)), 303);
  });
}

function choose(deps: Deps, setup: Choosing, typed: ChoiceFields) {
  const { session, user, organizations } = setup;
  const { messages } = placeOf(deps, setup).context;
  const { fields, errors } = parseChoice(typed, { organizations, messages });
  let organization: Organization | undefined;
  return submit(setup, {
    async ask(id, formId) {
      if (Object.keys(errors).length > 0) return { errors };
      organization = await organizationFrom(deps, setup, { fields, idempotencyKey: formId });
      const commandId = commandIdIn(session, id);
      const answer = await chooseOrganization(deps, {
        sessionId: session._id,
        organization,
        user,
        commandId,
      });
      const isThere = answer?.state === 'refused' && answer.entry.refusal?.code === 'alreadyLinked';
      return isThere ? undefined : answer;
    },
    goTo: () => setupPath(session._id, 'progress'),
    again: async ({ status, errors, problem, entry }) => {
      const refusal = entry && messages.deal.refusals[entry.refusal?.code ?? 'notNow'];
      const shown = { fields: typed, errors, problem, refusal };
      if (!organization) return show(deps, setup, shown, status);
      // An organization that was made for this choice is there now; it must not be made again.
      const again = { organization: organization.organizationId, newName: '' };
      const now = { ...setup, organizations: await choicesFor(deps, setup) };
      return show(deps, now, { ...shown, fields: again }, status);
    },
  });
}

const choicesFor = (deps: Deps, { user, deal }: SetupOfUser) =>
  deps.accounts.organizationsOf(user.userId, {
    at: deps.now(),
    ...(deal?.agreement && { agreementId: deal.agreement.agreementId }),
  });

/** Made once for each form, however often it is sent. */
async function organizationFrom(
  deps: Deps,
  { user, organizations }: Choosing,
  { fields, idempotencyKey }: { fields: ChoiceFields; idempotencyKey: string },
): Promise<Organization> {
  const known = organizations.find(each => each.organizationId === fields.organization);
  if (known) return known;
  return deps.accounts.createOrganization({ name: fields.newName, ownerId: user.userId, idempotencyKey });
}

type Shown = Pick<OrganizationPageProps, 'fields' | 'errors' | 'refusal' | 'problem'>;

function show(deps: Deps, setup: Choosing, more: Shown, status = 200) {
  const { session, deal, organizations } = setup;
  const purchase = {
    product: productTitle(deps.config, session.productCode),
    awsAccountId: session.awsAccountId,
    months: deal && termsInForce(deal)?.terms.durationMonths,
  };
  const place = placeOf(deps, setup);
  const page = (
    <OrganizationPage
      {...place}
      purchase={purchase}
      organizations={organizations}
      unlinkedFrom={deal?.unlinked?.organizationName}
      {...more}
    />
  );
  return sendPage(setup.reply, page, status);
}
