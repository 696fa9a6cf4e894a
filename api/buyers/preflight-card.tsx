import type { Terms } from '../../deal/terms/terms.ts';
import type { DealContext } from './deal-context.ts';
import { withHyphens } from './status.ts';

/** What goes wrong most often in AWS, before it does. */
export function PreflightCard({ page, terms }: { page: DealContext; terms: Terms }) {
  const { preflight } = page.context.messages.offers;
  const accounts = terms.buyerAwsAccountIds.map(withHyphens);
  const accountText = accounts.length > 1 ? preflight.accountsText : preflight.accountText;
  const inInstalments = terms.paymentSchedule.length > 0;
  return (
    <section class="card" aria-labelledby="preflight">
      <h2 id="preflight">{preflight.title}</h2>
      <Check title={preflight.account} text={accountText(accounts.join(', '))} />
      <Check title={preflight.permissions} text={preflight.permissionsText} />
      <Check title={preflight.privateMarketplace} text={preflight.privateMarketplaceText} />
      <h2>{preflight.inAws}</h2>
      {!inInstalments && <Check title={preflight.units} text={preflight.unitsText(unitsOf(terms))} />}
      <Check title={preflight.after} text={preflight.afterText} />
      <Check title={preflight.notFound} text={preflight.notFoundText} />
    </section>
  );
}

function Check({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p class="quiet">{text}</p>
    </div>
  );
}

/** The number first when there is only one thing to choose. */
function unitsOf({ dimensions }: Terms): string {
  const [only, ...rest] = dimensions;
  if (only && rest.length === 0) return String(only.units);
  return dimensions.map(({ label, units }) => `${label} = ${units}`).join(', ');
}
