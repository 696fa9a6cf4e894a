import { Type } from 'typebox';
import { longest } from '../../deal/contract/limits.ts';
import type { App, Deps } from '../deps.ts';
import { candidatesFor } from '../desk/link/candidates.ts';
import { requireStep } from '../plugins/callers.ts';
import { readDeal } from '../service/read.ts';
import { dealParams, problemAnswers } from './schemas.ts';

const organization = Type.Object({
  organizationId: Type.String({ description: 'What `move-link` names' }),
  name: Type.String(),
  managers: Type.Array(Type.String({ description: 'Account name, and the address in angle brackets' })),
  billedBy: Type.Array(Type.String(), { description: 'Other agreements that bill it now' }),
  isPresent: Type.Boolean({ description: 'The purchase is linked to it' }),
  obstacle: Type.Optional(Type.String({ description: 'Why it cannot be linked, such as `linkedElsewhere`' })),
});
const schema = {
  tags: ['deals'],
  security: [{ token: [] }],
  summary: 'Organizations to which the purchase may be linked',
  params: dealParams,
  querystring: Type.Object(
    {
      q: Type.Optional(
        Type.String({
          maxLength: longest.id,
          description: 'A part of the name, an id, or an address; without it, those of whoever set it up',
        }),
      ),
    },
    { additionalProperties: false },
  ),
  response: { 200: Type.Object({ organizations: Type.Array(organization) }), ...problemAnswers },
};

/** The search of the desk's page on which a link is moved, for whoever may move one. */
export async function organizationRoutes(app: App, deps: Deps): Promise<void> {
  app.addHook('onRequest', requireStep('moveLink'));
  app.get('/api/deals/:dealId/organizations', { schema }, async request => {
    const deal = await readDeal(deps, request.params.dealId);
    const words = (request.query.q ?? '').trim();
    return { organizations: await candidatesFor(deps, { deal, words }) };
  });
}
