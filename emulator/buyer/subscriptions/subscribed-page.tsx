import type { Agreement } from '../../engine/agreement.ts';
import { formatDate, type Visit } from '../visit.ts';
import { SetUpForm } from './set-up-form.tsx';

/** After Subscribe: the way to the seller’s own page. */
export function SubscribedPage({ visit, agreement }: { visit: Visit; agreement: Agreement }) {
  const { t, market } = visit;
  const title = market.state.products[agreement.productId]?.title ?? '';
  return (
    <>
      <h1>{t.thanksTitle}</h1>
      <section class="card done">
        <p>{t.thanks(title)}</p>
        <SetUpForm visit={visit} agreement={agreement} text={t.setUpAccount} />
        <p>
          <small>{t.setUpLater}</small>
        </p>
      </section>
      <section class="card">
        <dl>
          <dt>{t.agreementId}</dt>
          <dd>{agreement.id}</dd>
          <dt>{t.from}</dt>
          <dd>{formatDate(visit, agreement.startTime)}</dd>
          <dt>{t.until}</dt>
          <dd>{agreement.endTime ? formatDate(visit, agreement.endTime) : t.noEnd}</dd>
        </dl>
      </section>
    </>
  );
}
