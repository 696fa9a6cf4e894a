import type { Organization, OrganizationChoice } from '../../shared/accounts/accounts.ts';
import { fieldsOf, nonceOf } from '../accounts/form-fields.ts';
import { acceptedTerms } from '../accounts/organization-routes.tsx';
import type { App, Deps } from '../deps.ts';
import type { FieldErrors } from '../ui/field.tsx';
import { sendPage } from '../ui/page.tsx';
import { chooseOrganization, commandIdIn } from './choose-organization.ts';
import { nextPage, setupPath } from './next-page.ts';
import { inSetupOfUser, type SetupOfUser, setupSchema } from './open-setup.ts';
import { newOrganization, OrganizationPage, type OrganizationPageProps } from './organization-page.tsx';
import { placeOf } from './place.ts';
import { productTitle } from './product-title.ts';

const longestName = 100;

/** /setup/{sessionId}/organization. */
export function setupOrganizationRoutes(app: App, deps: Deps): void {
  const path = '/setup/:sessionId/organization';
  const options = { schema: setupSchema };

  app.get(
    path,
    options,
    inSetupOfUser(deps, async setup => {
      if (!mayChoose(setup)) return goOn(setup);
      const organizations = await choicesFor(setup);
      return show(setup, { organizations, fields: firstChoice(setup, organizations) });
    }),
  );

  app.post(
    path,
    options,
    inSetupOfUser(deps, async setup => {
      if (!mayChoose(setup)) return goOn(setup);
      const organizations = await choicesFor(setup);
      const { fields, errors } = readChoice(setup, organizations);
      if (Object.keys(errors).length > 0) return show(setup, { organizations, fields, errors }, 422);
      const organization = await organizationFrom(setup, { fields, organizations });
      return start(setup, { organization, organizations, fields });
    }),
  );

  async function start(
    setup: SetupOfUser,
    {
      organization,
      ...more
    }: Pick<OrganizationPageProps, 'organizations' | 'fields'> & { organization: Organization },
  ) {
    const { session, user, request, reply } = setup;
    const commandId = commandIdIn(session, nonceOf(request.body));
    const answer = await chooseOrganization(deps, { sessionId: session._id, organization, user, commandId });
    const refused = answer?.state === 'refused' ? answer.entry.refusal : undefined;
    if (!refused || refused.code === 'alreadyLinked')
      return reply.redirect(setupPath(session._id, 'progress'), 303);
    const refusal = placeOf(deps, setup).context.messages.deal.refusals[refused.code];
    return show(setup, { ...more, refusal }, 422);
  }

  const choicesFor = ({ user, deal }: SetupOfUser) =>
    deps.accounts.organizationsOf(user.userId, {
      at: deps.now(),
      ...(deal?.agreement && { agreementId: deal.agreement.agreementId }),
    });

  function readChoice({ request, ...setup }: SetupOfUser, organizations: OrganizationChoice[]) {
    const typed = fieldsOf(request.body, ['organization', 'newName']);
    const fields = { ...typed, newName: typed.newName.trim() };
    const { messages } = placeOf(deps, { request, ...setup }).context;
    const { organization: words } = messages.setup;
    const errors: FieldErrors = {};
    if (fields.organization === newOrganization) {
      if (!fields.newName) errors.newName = words.newNameRequired;
      if (fields.newName.length > longestName)
        errors.newName = messages.accounts.problems.tooLong(words.newName, longestName);
    } else if (!fields.organization) errors.organization = words.required;
    else if (!free(organizations).some(each => each.organizationId === fields.organization))
      errors.organization = words.cannot;
    return { fields, errors };
  }

  /** Made once for each form, however often it is sent. */
  async function organizationFrom(
    { user, request }: SetupOfUser,
    { fields, organizations }: Pick<OrganizationPageProps, 'fields' | 'organizations'>,
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

const free = (organizations: OrganizationChoice[]) => organizations.filter(each => !each.obstacle);

const goOn = (setup: SetupOfUser) => setup.reply.redirect(setupPath(setup.session._id, nextPage(setup)), 303);

/** Its turn has come, or nothing is linked yet, or the organization that was chosen could not be. */
function mayChoose(setup: SetupOfUser): boolean {
  const { session, deal } = setup;
  if (nextPage(setup) === 'organization') return true;
  if (!deal?.link) return session.chosen !== undefined && !deal?.closed;
  return deal.stuck.some(each => each.cure === 'linkOrganization');
}

/** Somebody with one organization, or none, has nothing to think about. */
function firstChoice({ user }: SetupOfUser, organizations: OrganizationChoice[]) {
  const [only, ...others] = free(organizations);
  const newName = user.profile.companyName ?? '';
  if (organizations.length === 0) return { organization: newOrganization, newName };
  return { organization: only && others.length === 0 ? only.organizationId : '', newName: '' };
}
