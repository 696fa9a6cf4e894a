import { endOfDay } from '../../engine/dates.ts';
import type { Offer } from '../../engine/offer.ts';
import { agreementOfOffer } from '../../offers/visibility.ts';
import { offerPath } from '../show.tsx';
import { formatMoment, type Visit } from '../visit.ts';

function OfferRow({ visit, offer }: { visit: Visit; offer: Offer }) {
  const { t, market, account } = visit;
  const accepted = account && agreementOfOffer(market, offer.id, account);
  return (
    <tr>
      <td data-label={t.offerName}>
        {offer.name}
        <small>{offer.id}</small>
      </td>
      <td data-label={t.product}>{market.state.products[offer.productId]?.title}</td>
      <td data-label={t.expires}>
        {offer.availabilityEndDate ? formatMoment(visit, endOfDay(offer.availabilityEndDate)) : ''}
      </td>
      <td data-label={t.status}>
        <span class={`pill ${accepted ? 'off' : 'on'}`}>{accepted ? t.accepted : t.open}</span>
      </td>
      <td>
        <a href={offerPath(offer)}>{t.viewOffer}</a>
      </td>
    </tr>
  );
}

/** The private offers of the account that is signed in. */
export function OffersPage({ visit, offers }: { visit: Visit; offers: Offer[] }) {
  const { t } = visit;
  return (
    <>
      <h1>{t.offersTitle}</h1>
      <p class="intro">{t.offersIntro}</p>
      <section class="card">
        {offers.length === 0 ? (
          <p>{t.noOffers}</p>
        ) : (
          <table class="stack">
            <thead>
              <tr>
                <th>{t.offerName}</th>
                <th>{t.product}</th>
                <th>{t.expires}</th>
                <th>{t.status}</th>
                <th>
                  <span aria-hidden="true"> </span>
                </th>
              </tr>
            </thead>
            <tbody>
              {offers.map(offer => (
                <OfferRow visit={visit} offer={offer} />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
