import type { CommandBody, CommandOf, Given, GivenOf } from '../../deal/commands.ts';
import { longest, most } from '../../deal/contract/limits.ts';
import type { DealEvent } from '../../deal/events.ts';
import type { FieldError, FieldErrorCode } from '../../deal/refusals.ts';
import { withListPrices } from '../../deal/terms/products.ts';
import type { User } from '../../shared/accounts/accounts.ts';
import type { Deps } from '../deps.ts';
import { readDeal } from './read.ts';

/** What somebody asks for names something that is not there or not free. `fields` point into what he has sent. */
export class UnfitCommand extends Error {
  readonly fields: FieldError[];

  constructor(fields: FieldError[]) {
    super(fields.map(({ pointer, code }) => `${pointer}: ${code}`).join(', '));
    this.fields = fields;
  }
}

interface Asked {
  dealId: string;
  body: Given;
}

/**
 * A command with what only we can say of it: list prices, and what an organization is called and who manages it.
 * Throws an UnfitCommand, and the Problem dealNotFound.
 */
export async function completed(deps: Deps, { dealId, body }: Asked): Promise<CommandBody> {
  if (body.type === 'moveLink') return movedTo(deps, { dealId, body });
  return body.type === 'proposeTerms'
    ? { ...body, terms: withListPrices(body.terms, deps.config.products) }
    : body;
}

/** What a caller has said himself, to compare one request with another: what is ours may have changed meanwhile. */
export function saidIn(event: Given | DealEvent): object {
  if (event.type === 'moveLink') {
    const { type, organizationId, reason } = event;
    return { type, organizationId, reason };
  }
  return event.type === 'proposeTerms' ? { ...event, terms: withListPrices(event.terms, []) } : event;
}

async function movedTo(
  deps: Deps,
  { dealId, body }: { dealId: string; body: GivenOf<'moveLink'> },
): Promise<CommandOf<'moveLink'>> {
  const { type, organizationId, reason } = body;
  const { agreement } = await readDeal(deps, dealId);
  const { accounts } = deps;
  const wanted = { agreementId: agreement?.agreementId, at: deps.now() };
  const [organization, obstacle, managers] = await Promise.all([
    accounts.findOrganization(organizationId),
    accounts.obstacleTo(organizationId, wanted),
    accounts.managersOf(organizationId),
  ]);
  const [user, ...others] = managers.slice(0, most.managers).map(personFrom);
  if (!organization) throw unfit('noOrganization');
  if (obstacle) throw unfit(obstacle);
  if (!user) throw unfit('nobodyManages');
  const organizationName = organization.name.slice(0, longest.id);
  return { type, organizationId, organizationName, user, others, reason };
}

const unfit = (code: FieldErrorCode) => new UnfitCommand([{ pointer: '/organizationId', code }]);

function personFrom({ userId, accountName, email, language, timeZone }: User) {
  return { userId, name: accountName.slice(0, longest.name), email, language, timeZone };
}
