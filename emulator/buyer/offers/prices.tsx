import { agreedTerms } from '../../agreements/terms.ts';
import { agreementValue } from '../../agreements/value.ts';
import { termOf } from '../../offers/terms.ts';
import { formatDate, formatMoney } from '../visit.ts';
import { dimensionOf, type OfferView } from './offer-view.ts';

/** What fixed terms grant: nothing to choose. */
export function Grants({ visit, offer, product }: OfferView) {
  const grants = (termOf(offer, 'FixedUpfrontPricingTerm')?.Grants ?? []) as {
    DimensionKey: string;
    MaxQuantity: number;
  }[];
  if (grants.length === 0) return null;
  const { t } = visit;
  return (
    <section class="card" aria-labelledby="grants">
      <h2 id="grants">{t.contractOptions}</h2>
      <table>
        <thead>
          <tr>
            <th>{t.option}</th>
            <th class="number">{t.units}</th>
          </tr>
        </thead>
        <tbody>
          {grants.map(grant => (
            <tr>
              <td>{dimensionOf(product, grant.DimensionKey)?.name ?? grant.DimensionKey}</td>
              <td class="number">{grant.MaxQuantity}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The instalments and their sum. */
export function Schedule({ visit, offer }: OfferView) {
  const schedule = termOf(offer, 'PaymentScheduleTerm');
  if (!schedule) return null;
  const { t } = visit;
  const total = agreementValue(agreedTerms(offer, [], {}), []);
  return (
    <section class="card" aria-labelledby="schedule">
      <h2 id="schedule">{t.paymentSchedule}</h2>
      <table>
        <thead>
          <tr>
            <th>{t.date}</th>
            <th class="number">{t.amount}</th>
          </tr>
        </thead>
        <tbody>
          {schedule.Schedule.map((charge: { ChargeDate: string; ChargeAmount: string }) => (
            <tr>
              <td>{formatDate(visit, charge.ChargeDate)}</td>
              <td class="number">{formatMoney(visit, charge.ChargeAmount, schedule.CurrencyCode)}</td>
            </tr>
          ))}
          <tr>
            <td>
              <strong>{t.total}</strong>
            </td>
            <td class="number">
              <strong>{formatMoney(visit, total.amount, total.currency)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** The prices of what is used beyond the contract. */
export function UsagePrices({ visit, offer, product }: OfferView) {
  const usage = termOf(offer, 'UsageBasedPricingTerm');
  if (!usage) return null;
  return (
    <section class="card" aria-labelledby="usage">
      <h2 id="usage">{visit.t.usagePrices}</h2>
      <dl>
        {usage.RateCards[0].RateCard.map((rate: { DimensionKey: string; Price: string }) => (
          <>
            <dt>{dimensionOf(product, rate.DimensionKey)?.name ?? rate.DimensionKey}</dt>
            <dd>{formatMoney(visit, rate.Price, usage.CurrencyCode)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}
