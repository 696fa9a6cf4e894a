import type { Organization, User } from '../../../shared/accounts/accounts.ts';
import { Alert } from '../../ui/alert.tsx';
import { LinkButton } from '../../ui/fields/button.tsx';
import type { FormKeys } from '../../ui/fields/form.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { CustomerPage } from '../customer-page.tsx';
import { type Agreed, AgreementCard, dayIn, isPresent } from './agreement-card.tsx';

export interface BillingPageProps {
  context: PageContext;
  customer: { user: User; keys: FormKeys };
  organization: Organization;
  /** Every agreement that bills or has billed the organization, the present ones first. */
  agreements: Agreed[];
  consoleUrl: string;
  manageUrl: string;
  /** Business time, ISO. */
  now: string;
}

/** How an organization is billed: through AWS Marketplace, by which agreements, each for what and until when. */
export function BillingPage(props: BillingPageProps) {
  const { context, customer, organization, agreements } = props;
  const { billing } = context.messages.accounts;
  const title = `${organization.name} – ${billing.title}`;
  const present = agreements.filter(isPresent);
  const former = agreements.filter(each => !isPresent(each));
  return (
    <CustomerPage context={context} title={title} customer={customer}>
      <div>
        <p class="quiet">{organization.name}</p>
        <h1>{billing.title}</h1>
      </div>
      <State {...props} />
      <Cards {...props} agreements={present} />
      {former.length > 0 && (
        <details class="disclosure" open={present.length === 0}>
          <summary>{billing.former(former.length)}</summary>
          <div class="stack">
            <Cards {...props} agreements={former} />
          </div>
        </details>
      )}
      {agreements.length > 0 && (
        <p class="quiet">
          {billing.supportText} <a href={`mailto:${context.supportEmail}`}>{context.supportEmail}</a>
        </p>
      )}
    </CustomerPage>
  );
}

function Cards({ context, customer, agreements, now }: BillingPageProps) {
  const { timeZone } = customer.user;
  return (
    <>
      {agreements.map(agreed => (
        <AgreementCard
          key={`${agreed.link.agreementId} ${agreed.link.linkedAt}`}
          {...{ context, timeZone, agreed, now }}
        />
      ))}
    </>
  );
}

function State({ context, agreements, consoleUrl, manageUrl }: BillingPageProps) {
  const { billing } = context.messages.accounts;
  const manage = (
    <LinkButton href={manageUrl} kind="secondary" external>
      {billing.manage}
    </LinkButton>
  );
  const [newest] = agreements;
  if (!newest)
    return (
      <Alert tone="info" title={billing.noneTitle} actions={manage}>
        <p>{billing.none}</p>
      </Alert>
    );
  if (newest.link.endedAt)
    return (
      <Alert tone="warning" title={billing.endedTitle} actions={manage}>
        <p>{billing.ended(dayIn(context)(newest.link.endedAt))}</p>
      </Alert>
    );
  return (
    <Alert
      tone="success"
      title={billing.through}
      actions={
        <>
          <LinkButton href={consoleUrl}>{billing.start}</LinkButton>
          {manage}
        </>
      }
    >
      <p>{billing.throughText}</p>
    </Alert>
  );
}
