import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Terms } from '../../../deal/terms/terms.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { acceptedTerms } from '../accepted-terms.ts';
import { userOrSignIn } from '../session.ts';
import { BillingPage } from './billing-page.tsx';
import { OrganizationsPage } from './organizations-page.tsx';

const schema = { params: Type.Object({ organizationId: Type.String({ maxLength: 100 }) }), hide: true };

/** /organizations and /organizations/{organizationId}/billing, for members only. */
export function organizationRoutes(app: App, deps: Deps): void {
  const { accounts, config } = deps;

  app.get('/organizations', { schema: { hide: true } }, async (request, reply) => {
    const user = await userOrSignIn(deps, { request, reply });
    if (!user) return reply;
    const page = (
      <OrganizationsPage
        context={pageContext(request, { config, known: user.language })}
        customer={{ user, keys: formKeys(reply) }}
        organizations={await accounts.organizationsOf(user.userId, { at: deps.now() })}
      />
    );
    return sendPage(reply, page);
  });

  app.get('/organizations/:organizationId/billing', { schema }, async (request, reply) =>
    billing({ request, reply, organizationId: request.params.organizationId }),
  );

  async function billing({ request, reply, organizationId }: BillingAsked) {
    const user = await userOrSignIn(deps, { request, reply });
    if (!user) return reply;
    const role = await accounts.roleIn(organizationId, user.userId);
    const organization = role && (await accounts.findOrganization(organizationId));
    if (!organization) throw new Problem('notFound');
    const link = await accounts.billingOf(organizationId);
    const page = (
      <BillingPage
        context={pageContext(request, { config, known: user.language })}
        customer={{ user, keys: formKeys(reply) }}
        organization={organization}
        link={link}
        product={config.products.find(each => each.productCode === link?.productCode)}
        terms={link && (await agreedTerms(deps, link.dealId))}
        consoleUrl={config.PRODUCT_CONSOLE_URL}
        manageUrl={config.MARKETPLACE_MANAGE_URL}
      />
    );
    return sendPage(reply, page);
  }
}

interface BillingAsked {
  request: FastifyRequest;
  reply: FastifyReply;
  organizationId: string;
}

async function agreedTerms({ db }: Deps, dealId: string): Promise<Terms | undefined> {
  const record = await db.deals.findById(dealId, { deal: 1 }).lean();
  return record ? acceptedTerms(record.deal) : undefined;
}
