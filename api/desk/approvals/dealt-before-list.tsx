import { type Deal, termsInForce } from '../../../deal/deal.ts';
import { discountOf } from '../../../deal/negotiation/approval.ts';
import { worthOf } from '../../../deal/worth.ts';
import { formatDay, formatDiscount, formatMoney } from '../../../shared/i18n/format.ts';
import { StageBadge } from '../../ui/badge.tsx';
import type { PageContext } from '../../ui/pages/page-context.ts';

interface Props {
  context: PageContext;
  deals: readonly Deal[];
  /** Where each deal can be looked at, for who is signed in. */
  urlOf?: (dealId: string) => string;
}

/** What an approver knows of the buyer from other deals: how they went, and on what terms. */
export function DealtBeforeList({ context, deals, urlOf }: Props) {
  const { before } = context.messages.desk.approvals;
  return (
    <section aria-labelledby="before" class="stack">
      <h2 id="before">{before.title}</h2>
      {deals.length === 0 ? (
        <p class="quiet">{before.none}</p>
      ) : (
        <ul class="rows">
          {deals.map(deal => (
            <li key={deal.dealId} class="rows__item">
              <DealBefore context={context} deal={deal} url={urlOf?.(deal.dealId)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function DealBefore({ context, deal, url }: { context: PageContext; deal: Deal; url?: string }) {
  const { messages, lang } = context;
  const { values } = messages.mails;
  const { company } = deal.inquiry;
  const worth = worthOf(deal);
  const terms = termsInForce(deal)?.terms;
  return (
    <>
      <p class="facts-line">
        {url ? (
          <a class="name" href={url}>
            {company}
          </a>
        ) : (
          <span class="name">{company}</span>
        )}
        <StageBadge stage={deal.stage} messages={messages} />
      </p>
      <div class="facts-line quiet small">
        {worth && <span>{formatMoney(worth.amount, { ...worth, language: lang })}</span>}
        {terms && <span>{values.months(terms.durationMonths)}</span>}
        {terms && (
          <span>
            {messages.mails.labels.discount}:{' '}
            {formatDiscount(discountOf(terms), { language: lang, words: values })}
          </span>
        )}
        <span>{formatDay(deal.stageSince.slice(0, 10), lang)}</span>
      </div>
    </>
  );
}
