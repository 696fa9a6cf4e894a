import { totalOf } from '../../../deal/terms/terms.ts';
import { formatDay, formatMoney } from '../../../shared/i18n/format.ts';
import { CopyField } from '../../ui/fields/copy-field.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { dealUrl } from '../deal/view.ts';
import { type DeskContext, momentText } from '../desk-context.ts';
import { partText } from '../terms/terms-text.ts';
import type { KnownPurchase } from './view.ts';

interface Props {
  context: DeskContext;
  agreementId: string;
  known: KnownPurchase;
}

/** What AWS says was bought, by whom, for how much and for how long. */
export function KnownCard({ context, agreementId, known }: Props) {
  const { messages, lang } = context;
  const { opening } = messages;
  const { terms, acceptedAt, offerId, origin } = known;
  const id = (label: string, value: string | undefined) => ({
    label,
    value: value && <CopyField value={value} label={label} messages={messages} />,
  });
  const lines = (part: 'dimensions' | 'paymentSchedule') =>
    partText(part, { terms, reader: context }).map(line => <div key={line}>{line}</div>);
  return (
    <section class="card" aria-labelledby="known">
      <h2 id="known">{opening.known}</h2>
      <SummaryList
        items={[
          { label: opening.product, value: terms.productTitle },
          { label: opening.items, value: lines('dimensions') },
          {
            label: opening.total,
            value: formatMoney(totalOf(terms), { currency: terms.currency, language: lang }),
          },
          { label: opening.payments, value: lines('paymentSchedule') },
          { label: opening.accepted, value: acceptedAt && momentText(context, acceptedAt) },
          { label: opening.term, value: termOf({ context, known }) },
          id(opening.account, terms.buyerAwsAccountIds[0]),
          id(opening.agreement, agreementId),
          id(opening.offer, offerId),
          {
            label: opening.origin,
            value: origin && <a href={dealUrl(origin.dealId)}>{origin.inquiry.company}</a>,
          },
        ]}
      />
    </section>
  );
}

function termOf({ context, known }: Pick<Props, 'context' | 'known'>): string {
  const { opening } = context.messages;
  const day = (moment: string) => formatDay(moment.slice(0, 10), context.lang);
  const start = day(known.startsAt);
  return known.endsAt ? opening.period({ start, end: day(known.endsAt) }) : opening.openEnd(start);
}
