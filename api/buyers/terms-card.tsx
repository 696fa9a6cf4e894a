import { times } from '../../deal/terms/money.ts';
import { type Terms, totalOf } from '../../deal/terms/terms.ts';
import { formatDay, formatMoney } from '../../shared/i18n/format.ts';
import { CopyField } from '../ui/fields/copy-field.tsx';
import { type SummaryItem, SummaryList } from '../ui/summary-list.tsx';
import { Table } from '../ui/table.tsx';
import { type DealContext, momentFor } from './deal-context.ts';
import { type Offered, withHyphens } from './status.ts';

const standardEulaUrl = 'https://aws.amazon.com/marketplace/features/standardized-contracts';

/** What was agreed, or once it is accepted, what AWS made of it. */
export function TermsCard({ page, shown }: { page: DealContext; shown: Offered }) {
  const { offers } = page.context.messages;
  const { terms } = shown;
  return (
    <section class="card" aria-labelledby="terms">
      <h2 id="terms">{offers.agreed}</h2>
      <SummaryList items={facts(page, shown)} />
      <Dimensions page={page} terms={terms} />
      {terms.paymentSchedule.length > 0 && <Payments page={page} terms={terms} />}
      <p class="quiet small">{offers.taxes}</p>
    </section>
  );
}

function facts(page: DealContext, { offer, terms }: Offered): SummaryItem[] {
  const { deal, context } = page;
  const { messages } = context;
  const { offers } = messages;
  const { fields } = offers;
  const copy = (label: string, value: string | undefined) => ({
    label,
    value: value && <CopyField value={value} label={label} messages={messages} />,
  });
  return [
    { label: fields.product, value: terms.productTitle },
    { label: fields.total, value: <strong class="number">{totalOfTerms(page, terms)}</strong> },
    {
      label: fields.payment,
      value: terms.paymentSchedule.length > 0 ? offers.paidInParts : offers.paidAtOnce,
    },
    ...(deal.agreement ? [] : [{ label: fields.duration, value: offers.months(terms.durationMonths) }]),
    { label: fields.term, value: termOf(page) },
    ...accounts(page, terms),
    { label: fields.organization, value: deal.link?.organizationName },
    { label: fields.eula, value: <Eula page={page} terms={terms} /> },
    copy(fields.agreementId, deal.agreement?.agreementId),
    copy(fields.offerId, offer.offerId),
  ];
}

/** What the terms cost over the whole duration. */
export const totalOfTerms = (page: DealContext, terms: Terms) => money(page, terms, totalOf(terms));

function money({ context }: DealContext, { currency }: Terms, amount: string): string {
  return formatMoney(amount, { currency, language: context.lang });
}

function termOf(page: DealContext): string | undefined {
  const { agreement } = page.deal;
  const { offers } = page.context.messages;
  if (!agreement) return undefined;
  const start = momentFor(page, agreement.startsAt);
  return agreement.endsAt ? offers.from(start, momentFor(page, agreement.endsAt)) : offers.since(start);
}

function accounts({ deal, context }: DealContext, terms: Terms): SummaryItem[] {
  const { fields } = context.messages.offers;
  const billed = deal.agreement?.awsAccountId;
  if (billed) return [{ label: fields.account, value: withHyphens(billed) }];
  return [{ label: fields.accounts, value: terms.buyerAwsAccountIds.map(withHyphens).join(', ') }];
}

export function Eula({ page, terms }: { page: DealContext; terms: Terms }) {
  const { offers } = page.context.messages;
  const standard = terms.eula.type === 'standard';
  return (
    <a
      href={terms.eula.type === 'custom' ? terms.eula.url : standardEulaUrl}
      target="_blank"
      rel="noopener noreferrer"
    >
      {standard ? offers.standardEula : offers.customEula}
    </a>
  );
}

export function Dimensions({ page, terms }: { page: DealContext; terms: Terms }) {
  const { dimensions } = page.context.messages.offers;
  // In instalments AWS fixes the units; otherwise the buyer has to choose them on AWS's page.
  const chosen = terms.paymentSchedule.length === 0 && !page.deal.agreement;
  return (
    <Table
      caption={dimensions.caption}
      columns={[
        { label: dimensions.item },
        { label: chosen ? dimensions.unitsToChoose : dimensions.units, numeric: true },
        { label: dimensions.price, numeric: true },
        { label: dimensions.amount, numeric: true },
      ]}
      rows={terms.dimensions.map(({ key, label, price, units }) => ({
        key,
        cells: [label, String(units), money(page, terms, price), money(page, terms, times(price, units))],
      }))}
    />
  );
}

export function Payments({ page, terms }: { page: DealContext; terms: Terms }) {
  const { payments } = page.context.messages.offers;
  return (
    <div class="stack">
      <h3>{payments.caption}</h3>
      <Table
        caption={payments.caption}
        columns={[{ label: payments.date }, { label: payments.amount, numeric: true }]}
        rows={terms.paymentSchedule.map(({ chargeDate, amount }) => ({
          key: chargeDate,
          cells: [formatDay(chargeDate, page.context.lang), money(page, terms, amount)],
        }))}
      />
    </div>
  );
}
