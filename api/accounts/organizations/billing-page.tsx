import type { Product } from '../../../deal/terms/products.ts';
import type { Terms } from '../../../deal/terms/terms.ts';
import { totalOf } from '../../../deal/terms/terms.ts';
import type { BillingLink, Organization, User } from '../../../shared/accounts/accounts.ts';
import { formatDay, formatMoment, formatMoney, formatQuantity } from '../../../shared/i18n/format.ts';
import { Alert } from '../../ui/alert.tsx';
import { LinkButton } from '../../ui/fields/button.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import type { FormKeys } from '../../ui/fields/form.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import { CustomerPage } from '../customer-page.tsx';

export interface BillingPageProps {
  context: PageContext;
  customer: { user: User; keys: FormKeys };
  organization: Organization;
  /** Absent when the organization was never billed through AWS Marketplace. */
  link?: BillingLink;
  /** What was agreed, when the deal can be read. */
  terms?: Terms;
  /** What the vendor sells under the link's product code. */
  product?: Product;
  consoleUrl: string;
  manageUrl: string;
}

/** How an organization is billed: through AWS Marketplace, by which agreement, for what and until when. */
export function BillingPage(props: BillingPageProps) {
  const { context, customer, organization, link } = props;
  const { billing } = context.messages.accounts;
  const title = `${organization.name} – ${billing.title}`;
  return (
    <CustomerPage context={context} title={title} customer={customer}>
      <div>
        <p class="quiet">{organization.name}</p>
        <h1>{billing.title}</h1>
      </div>
      <State {...props} />
      {link && <AgreementCard {...props} link={link} />}
      {link && <EntitlementTable {...props} link={link} />}
      {link && (
        <div class="card">
          <h2>{billing.support}</h2>
          <p>
            {billing.supportText}{' '}
            <CopyField value={link.dealId} label={billing.support} messages={context.messages} />
          </p>
          <p>
            <a href={`mailto:${context.supportEmail}`}>{context.supportEmail}</a>
          </p>
        </div>
      )}
    </CustomerPage>
  );
}

function State({ context, link, consoleUrl, manageUrl }: BillingPageProps) {
  const { billing } = context.messages.accounts;
  const manage = (
    <LinkButton href={manageUrl} kind="secondary" external>
      {billing.manage}
    </LinkButton>
  );
  if (!link)
    return (
      <Alert tone="info" title={billing.noneTitle} actions={manage}>
        <p>{billing.none}</p>
      </Alert>
    );
  if (link.endedAt)
    return (
      <Alert tone="warning" title={billing.endedTitle} actions={manage}>
        <p>{billing.ended(dayIn(context)(link.endedAt))}</p>
      </Alert>
    );
  const start = <LinkButton href={consoleUrl}>{billing.start}</LinkButton>;
  return (
    <Alert
      tone="success"
      title={billing.through}
      actions={
        <>
          {start}
          {manage}
        </>
      }
    >
      <p>{billing.throughText}</p>
    </Alert>
  );
}

/** The calendar day of a moment as AWS counts it, in UTC. */
const dayIn =
  ({ lang }: PageContext) =>
  (iso: string) =>
    formatDay(iso.slice(0, 10), lang);

type LinkedProps = BillingPageProps & { link: BillingLink };

function AgreementCard({ context, customer, link, terms, product }: LinkedProps) {
  const { messages, lang } = context;
  const { billing } = messages.accounts;
  const day = dayIn(context);
  const linkedAt = formatMoment(link.linkedAt, { language: lang, timeZone: customer.user.timeZone });
  const term = link.endsAt
    ? billing.termOf(day(link.startsAt), day(link.endsAt))
    : billing.openTerm(day(link.startsAt));
  const id = (value: string, label: string) => <CopyField value={value} label={label} messages={messages} />;
  return (
    <div class="card">
      <h2>{billing.agreement}</h2>
      <SummaryList
        items={[
          { label: billing.plan, value: terms?.productTitle ?? product?.title },
          { label: billing.agreementId, value: id(link.agreementId, billing.agreementId) },
          { label: billing.awsAccountId, value: id(link.awsAccountId, billing.awsAccountId) },
          { label: billing.term, value: term },
          {
            label: billing.amount,
            value: terms && formatMoney(totalOf(terms), { currency: terms.currency, language: lang }),
          },
          { label: billing.linkedAt, value: linkedAt },
        ]}
      />
    </div>
  );
}

function EntitlementTable({ context, link, product }: LinkedProps) {
  const { billing } = context.messages.accounts;
  const day = dayIn(context);
  const labelOf = (dimension: string) =>
    product?.dimensions.find(each => each.key === dimension)?.label ?? dimension;
  return (
    <section class="stack" aria-labelledby="entitlements">
      <h2 id="entitlements">{billing.entitlements}</h2>
      <div class="card card--flush">
        <Table
          caption={billing.entitlements}
          columns={[
            { label: billing.dimension },
            { label: billing.quantity, numeric: true },
            { label: billing.until },
          ]}
          rows={link.entitlements.map(({ dimension, value, expiresAt }) => ({
            key: dimension,
            cells: [labelOf(dimension), formatQuantity(value, context.lang), expiresAt ? day(expiresAt) : ''],
          }))}
        />
      </div>
    </section>
  );
}
