import { isOpen } from '../../agreements/cancellation.ts';
import type { Agreement } from '../../engine/agreement.ts';
import { formatDate, type Visit } from '../visit.ts';
import { SetUpForm } from './set-up-form.tsx';

function Subscription({ visit, agreement }: { visit: Visit; agreement: Agreement }) {
  const { t, market } = visit;
  const active = agreement.status === 'ACTIVE';
  return (
    <section class="card" aria-labelledby={agreement.id}>
      <h2 id={agreement.id}>{market.state.products[agreement.productId]?.title}</h2>
      <p>
        <span class={`pill ${active ? 'on' : 'off'}`}>{t.state[agreement.status]}</span>
      </p>
      <dl>
        <dt>{t.agreementId}</dt>
        <dd>{agreement.id}</dd>
        <dt>{t.offerId}</dt>
        <dd>{agreement.offerId}</dd>
        <dt>{t.from}</dt>
        <dd>{formatDate(visit, agreement.startTime)}</dd>
        <dt>{t.until}</dt>
        <dd>{agreement.endTime ? formatDate(visit, agreement.endTime) : t.noEnd}</dd>
      </dl>
      {active ? (
        <div class="set-up">
          <SetUpForm visit={visit} agreement={agreement} text={t.setUpProduct} />
        </div>
      ) : null}
      <CancellationRequest visit={visit} agreement={agreement} />
    </section>
  );
}

const Answer = ({ requestId, approve, text }: { requestId: string; approve: boolean; text: string }) => (
  <form method="post" action="/marketplace/cancellation">
    <input type="hidden" name="requestId" value={requestId} />
    <input type="hidden" name="approve" value={String(approve)} />
    <button type="submit" class="button quiet">
      {text}
    </button>
  </form>
);

function CancellationRequest({ visit, agreement }: { visit: Visit; agreement: Agreement }) {
  const { t, market } = visit;
  const pending = Object.values(market.state.cancellationRequests).find(
    each => each.agreementId === agreement.id && isOpen(market, each),
  );
  if (!pending) return null;
  return (
    <div class="asked">
      <p>{t.cancellationAsked}</p>
      <div class="actions">
        <Answer requestId={pending.id} approve={true} text={t.approveCancellation} />
        <Answer requestId={pending.id} approve={false} text={t.rejectCancellation} />
      </div>
    </div>
  );
}

/** The account’s agreements: the way back to the seller, and his cancellation requests. */
export function SubscriptionsPage({ visit, agreements }: { visit: Visit; agreements: Agreement[] }) {
  const { t } = visit;
  return (
    <>
      <h1>{t.subscriptionsTitle}</h1>
      {agreements.length === 0 ? <p class="intro">{t.noSubscriptions}</p> : null}
      {agreements.map(agreement => (
        <Subscription visit={visit} agreement={agreement} />
      ))}
    </>
  );
}
