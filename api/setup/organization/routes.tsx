import type { FastifyReply } from 'fastify';
import type { Organization, OrganizationChoice } from '../../../shared/accounts/accounts.ts';
import { acceptedTerms } from '../../accounts/accepted-terms.ts';
import { nonceOf } from '../../accounts/form-fields.ts';
import type { App, Deps } from '../../deps.ts';
import { sendPage } from '../../ui/pages/page.tsx';
import { mayChoose, nextPage, setupPath } from '../next-page.ts';
import { inSetupOfUser, type SetupOfUser, setupSchema } from '../open-setup.ts';
import { placeOf } from '../place.ts';
import { productTitle } from '../product-title.ts';
import { chooseOrganization, commandIdIn } from './choose-organization.ts';
import { OrganizationPage, type OrganizationPageProps } from './organization-page.tsx';
import { type ChoiceFields, firstChoice, readChoice } from './parse-choice.ts';

/** /setup/{sessionId}/organization. */
export function setupOrganizationRoutes(app: App, deps: Deps): void {
  const path = '/setup/:sessionId/organization';
  const options = { schema: setupSchema };

  app.get(
    path,
    options,
    atItsTurn(async setup => {
      const organizations = await choicesFor(setup);
      return show(setup, { organizations, fields: firstChoice(setup.user, organizations) });
    }),
  );

  app.post(
    path,
    options,
    atItsTurn(async setup => {
      const organizations = await choicesFor(setup);
      const { messages } = placeOf(deps, setup).context;
      const { fields, errors } = readChoice(setup.request.body, { organizations, messages });
      if (Object.keys(errors).length > 0) return show(setup, { organizations, fields, errors }, 422);
      return start(setup, await organizationFrom(setup, { fields, organizations }));
    }),
  );

  function atItsTurn(handle: (setup: SetupOfUser) => Promise<FastifyReply>) {
    return inSetupOfUser(deps, async setup => {
      if (mayChoose(setup)) return handle(setup);
      return setup.reply.redirect(setupPath(setup.session._id, nextPage(setup)), 303);
    });
  }

  async function start(setup: SetupOfUser, organization: Organization) {
    const { session, user, request, reply } = setup;
    const commandId = commandIdIn(session, nonceOf(request.body));
    const answer = await chooseOrganization(deps, { sessionId: session._id, organization, user, commandId });
    const refused = answer?.state === 'refused' ? answer.entry.refusal : undefined;
    if (!refused || refused.code === 'alreadyLinked')
      return reply.redirect(setupPath(session._id, 'progress'), 303);
    const refusal = placeOf(deps, setup).context.messages.deal.refusals[refused.code];
    // An organization that was made for this choice is there now; it must not be made again.
    const fields = { organization: organization.organizationId, newName: '' };
    return show(setup, { organizations: await choicesFor(setup), fields, refusal }, 422);
  }

  const choicesFor = ({ user, deal }: SetupOfUser) =>
    deps.accounts.organizationsOf(user.userId, {
      at: deps.now(),
      ...(deal?.agreement && { agreementId: deal.agreement.agreementId }),
    });

  /** Made once for each form, however often it is sent. */
  async function organizationFrom(
    { user, request }: SetupOfUser,
    { fields, organizations }: { fields: ChoiceFields; organizations: OrganizationChoice[] },
  ): Promise<Organization> {
    const known = organizations.find(each => each.organizationId === fields.organization);
    if (known) return known;
    const idempotencyKey = nonceOf(request.body);
    return deps.accounts.createOrganization({ name: fields.newName, ownerId: user.userId, idempotencyKey });
  }

  function show(
    setup: SetupOfUser,
    more: Pick<OrganizationPageProps, 'organizations' | 'fields' | 'errors' | 'refusal'>,
    status = 200,
  ) {
    const { session, deal } = setup;
    const purchase = {
      product: productTitle(deps.config, session.productCode),
      awsAccountId: session.awsAccountId,
      months: deal && acceptedTerms(deal)?.durationMonths,
    };
    const page = <OrganizationPage {...placeOf(deps, setup)} purchase={purchase} {...more} />;
    return sendPage(setup.reply, page, status);
  }
}
