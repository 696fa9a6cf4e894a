import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { termsInForce } from '../../../deal/deal.ts';
import type { BillingLink } from '../../../shared/accounts/accounts.ts';
import { Problem } from '../../../shared/problems.ts';
import type { App, Deps } from '../../deps.ts';
import { formKeys } from '../../ui/fields/form.tsx';
import { sendPage } from '../../ui/pages/page.tsx';
import { pageContext } from '../../ui/pages/page-context.ts';
import { userOrSignIn } from '../session.ts';
import type { Agreed } from './agreement-card.tsx';
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
    const links = await accounts.billingOf(organizationId);
    const page = (
      <BillingPage
        context={pageContext(request, { config, known: user.language })}
        customer={{ user, keys: formKeys(reply) }}
        organization={organization}
        agreements={await agreedIn(deps, links)}
        now={deps.now()}
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

/** Each link with what its deal has agreed on, and what is sold under its product code. */
async function agreedIn({ db, config }: Deps, links: BillingLink[]): Promise<Agreed[]> {
  const found = await db.deals.find({ _id: { $in: links.map(({ dealId }) => dealId) } }, { deal: 1 }).lean();
  const deals = new Map(found.map(({ _id, deal }) => [_id, deal]));
  return links.map(link => {
    const deal = deals.get(link.dealId);
    const terms = deal && termsInForce(deal)?.terms;
    const product = config.products.find(({ productCode }) => productCode === link.productCode);
    return { link, ...(terms && { terms }), ...(product && { product }) };
  });
}
