import { endOfDay } from '../../engine/dates.ts';
import { termOf } from '../../offers/terms.ts';
import { formatDate, formatDuration, formatMoment } from '../visit.ts';
import { ContractOptions } from './contract-options.tsx';
import type { OfferView } from './offer-view.ts';
import { Grants, Schedule, UsagePrices } from './prices.tsx';

function Details({ visit, offer, product }: OfferView) {
  const { t, market } = visit;
  const validity = termOf(offer, 'ValidityTerm');
  const rows: [string, string | undefined][] = [
    [t.offerName, offer.name],
    [t.offerId, offer.id],
    [t.product, product.title],
    [t.seller, market.state.sellerName],
    [t.buyer, visit.account],
    [t.expires, offer.availabilityEndDate && formatMoment(visit, endOfDay(offer.availabilityEndDate))],
    [t.contractDuration, validity?.AgreementDuration && formatDuration(visit, validity.AgreementDuration)],
    [t.from, validity?.AgreementStartDate && formatDate(visit, validity.AgreementStartDate)],
    [t.until, validity?.AgreementEndDate && formatDate(visit, validity.AgreementEndDate)],
  ];
  return (
    <section class="card" aria-labelledby="details">
      <h2 id="details">{t.offerDetails}</h2>
      <dl>
        {rows.map(([label, value]) =>
          value ? (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
    </section>
  );
}

function Legal({ visit, offer }: OfferView) {
  const { t } = visit;
  const document = termOf(offer, 'LegalTerm')?.Documents[0] as { Type: string; Url?: string } | undefined;
  const period = termOf(offer, 'NetPaymentTerm')?.PaymentDuePeriod as string | undefined;
  return (
    <section class="card" aria-labelledby="legal">
      <h2 id="legal">{t.legal}</h2>
      <p>{document?.Url ? <a href={document.Url}>{t.customEula}</a> : t.standardEula}</p>
      {period ? <p>{t.netPayment(period.replace(/\D/g, ''))}</p> : null}
      {termOf(offer, 'RenewalTerm') ? (
        <label class="check">
          <input type="checkbox" name="autoRenew" value="yes" /> {t.autoRenew}
        </label>
      ) : null}
    </section>
  );
}

/** The offer with its choices, and the Subscribe button. */
export function OfferPage(props: OfferView) {
  const { visit, offer, product, problem } = props;
  const { t } = visit;
  return (
    <>
      <h1>{t.offerTitle}</h1>
      <p class="intro">{product.title}</p>
      {problem ? (
        <p class="alert" role="alert">
          {problem}
        </p>
      ) : null}
      <form method="post" action="/marketplace/procurement">
        <input type="hidden" name="offerId" value={offer.id} />
        <Details {...props} />
        <ContractOptions {...props} />
        <Grants {...props} />
        <Schedule {...props} />
        <UsagePrices {...props} />
        <Legal {...props} />
        <p>{t.agree}</p>
        <button type="submit" class="button">
          {t.subscribe}
        </button>
      </form>
    </>
  );
}
