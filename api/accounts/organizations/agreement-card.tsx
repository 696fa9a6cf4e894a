import type { Product } from '../../../deal/terms/products.ts';
import { type Terms, totalOf } from '../../../deal/terms/terms.ts';
import type { BillingLink } from '../../../shared/accounts/accounts.ts';
import { formatDay, formatMoment, formatMoney, formatQuantity } from '../../../shared/i18n/format.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';

/** An agreement that bills an organization, or has billed it. */
export interface Agreed {
  link: BillingLink;
  /** What was agreed, when the deal can be read. */
  terms?: Terms;
  /** What the vendor sells under the link's product code. */
  product?: Product;
}

export const isPresent = ({ link }: Agreed) => link.endedAt === undefined;

interface CardProps {
  context: PageContext;
  timeZone: string;
  agreed: Agreed;
  /** Business time, ISO. */
  now: string;
}

/** One agreement: for what, until when, for how much, and what it includes. */
export function AgreementCard(props: CardProps) {
  const { context, agreed, now } = props;
  const { link, terms, product } = agreed;
  const { billing } = context.messages.accounts;
  const state = stateOf(link, now);
  const id = `agreement-${link.agreementId}-${Date.parse(link.linkedAt)}`;
  return (
    <section class="card stack" aria-labelledby={id}>
      <div class="heading">
        <h2 id={id}>{terms?.productTitle ?? product?.title ?? billing.agreement}</h2>
        <Badge tone={tones[state]}>{billing.states[state]}</Badge>
      </div>
      <Facts {...props} />
      <Entitlements {...props} />
    </section>
  );
}

type State = keyof Messages['accounts']['billing']['states'];
const tones: Record<State, Tone> = { active: 'success', later: 'accent', over: 'warning', ended: 'neutral' };

/** AWS tells the end of a term a little later than it comes. */
function stateOf({ startsAt, endsAt, endedAt }: BillingLink, now: string): State {
  const isPast = (moment: string) => Date.parse(moment) <= Date.parse(now);
  if (endedAt) return 'ended';
  if (endsAt && isPast(endsAt)) return 'over';
  return isPast(startsAt) ? 'active' : 'later';
}

/** The calendar day of a moment as AWS counts it, in UTC. */
export const dayIn =
  ({ lang }: PageContext) =>
  (iso: string) =>
    formatDay(iso.slice(0, 10), lang);

function Facts({ context, timeZone, agreed: { link, terms } }: CardProps) {
  const { messages, lang } = context;
  const { billing } = messages.accounts;
  const day = dayIn(context);
  const moment = (iso: string) => formatMoment(iso, { language: lang, timeZone });
  const term = link.endsAt
    ? billing.termOf(day(link.startsAt), day(link.endsAt))
    : billing.openTerm(day(link.startsAt));
  const id = (value: string, label: string) => <CopyField value={value} label={label} messages={messages} />;
  return (
    <SummaryList
      items={[
        { label: billing.term, value: term },
        {
          label: billing.amount,
          value: terms && formatMoney(totalOf(terms), { currency: terms.currency, language: lang }),
        },
        { label: billing.agreementId, value: id(link.agreementId, billing.agreementId) },
        { label: billing.awsAccountId, value: id(link.awsAccountId, billing.awsAccountId) },
        { label: billing.linkedAt, value: moment(link.linkedAt) },
        { label: billing.endedAt, value: link.endedAt && moment(link.endedAt) },
        { label: billing.support, value: id(link.dealId, billing.support) },
      ]}
    />
  );
}

function Entitlements({ context, agreed: { link, product } }: CardProps) {
  const { billing } = context.messages.accounts;
  const day = dayIn(context);
  const labelOf = (dimension: string) =>
    product?.dimensions.find(each => each.key === dimension)?.label ?? dimension;
  if (link.entitlements.length === 0) return null;
  return (
    <div class="inset">
      <h3>{billing.entitlements}</h3>
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
  );
}
