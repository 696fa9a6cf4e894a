import { agreementOfOffer, rateCardOf } from '../acceptance.ts';
import { agreementValue } from '../agreement/terms.ts';
import { endOfDay } from '../dates.ts';
import type { Offer, Product, Term } from '../state.ts';
import { formatDate, formatDuration, formatMoment, formatMoney, type Visit } from './visit.ts';

export type OfferPageProps = {
  visit: Visit;
  offer: Offer;
  product: Product;
  problem?: string;
  duration?: string;
  units?: Record<string, number>;
};

const MOST_UNITS = 10;

const term = (offer: Offer, type: string): Term | undefined => offer.terms.find(each => each.Type === type);
const dimensionName = (product: Product, key: string) => product.dimensions.find(each => each.key === key);

function Details({ visit, offer, product }: OfferPageProps) {
  const { t, market } = visit;
  const validity = term(offer, 'ValidityTerm');
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

function DurationChoice({ visit, offer, duration }: OfferPageProps) {
  const cards = (term(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? []) as {
    Selector: { Value: string };
  }[];
  const durations = cards.map(card => card.Selector.Value);
  if (durations.length < 2)
    return durations[0] ? (
      <p>{`${visit.t.contractDuration}: ${formatDuration(visit, durations[0])}`}</p>
    ) : null;
  return (
    <p>
      <label for="duration">{visit.t.contractDuration}</label>{' '}
      <select id="duration" name="duration">
        {durations.map(value => (
          <option value={value} selected={value === duration}>
            {formatDuration(visit, value)}
          </option>
        ))}
      </select>
    </p>
  );
}

function UnitsRow({
  problem,
  visit,
  product,
  offer,
  units,
  rate,
}: OfferPageProps & { rate: { DimensionKey: string; Price: string } }) {
  const { t } = visit;
  const dimension = dimensionName(product, rate.DimensionKey);
  const name = dimension?.name ?? rate.DimensionKey;
  const currency = term(offer, 'ConfigurableUpfrontPricingTerm')?.CurrencyCode;
  const chosen = units?.[rate.DimensionKey] ?? 0;
  return (
    <tr>
      <td data-label={t.option}>
        {name}
        <small>{dimension?.description}</small>
      </td>
      <td data-label={t.pricePerUnit}>{formatMoney(visit, rate.Price, currency)}</td>
      <td data-label={t.units}>
        <select
          name={`units.${rate.DimensionKey}`}
          aria-label={t.numberOfUnits(name)}
          aria-invalid={problem ? 'true' : undefined}
        >
          {Array.from({ length: MOST_UNITS + 1 }, (_, count) => (
            <option value={count} selected={count === chosen}>
              {count}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

function ContractOptions(props: OfferPageProps) {
  const { visit, offer, duration } = props;
  const card = rateCardOf(offer, duration) ?? rateCardOf(offer);
  if (!card) return null;
  const { t } = visit;
  return (
    <section class="card" aria-labelledby="options">
      <h2 id="options">{t.contractOptions}</h2>
      <p>{t.unitsHint}</p>
      <DurationChoice {...props} />
      <table class="stack">
        <thead>
          <tr>
            <th>{t.option}</th>
            <th>{t.pricePerUnit}</th>
            <th>{t.units}</th>
          </tr>
        </thead>
        <tbody>
          {card.RateCard.map(rate => (
            <UnitsRow {...props} rate={rate} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Grants({ visit, offer, product }: OfferPageProps) {
  const grants = (term(offer, 'FixedUpfrontPricingTerm')?.Grants ?? []) as {
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
              <td>{dimensionName(product, grant.DimensionKey)?.name ?? grant.DimensionKey}</td>
              <td class="number">{grant.MaxQuantity}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Schedule({ visit, offer }: OfferPageProps) {
  const schedule = term(offer, 'PaymentScheduleTerm');
  if (!schedule) return null;
  const { t } = visit;
  const total = agreementValue(offer, []);
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

function UsagePrices({ visit, offer, product }: OfferPageProps) {
  const usage = term(offer, 'UsageBasedPricingTerm');
  if (!usage) return null;
  return (
    <section class="card" aria-labelledby="usage">
      <h2 id="usage">{visit.t.usagePrices}</h2>
      <dl>
        {usage.RateCards[0].RateCard.map((rate: { DimensionKey: string; Price: string }) => (
          <>
            <dt>{dimensionName(product, rate.DimensionKey)?.name ?? rate.DimensionKey}</dt>
            <dd>{formatMoney(visit, rate.Price, usage.CurrencyCode)}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Legal({ visit, offer }: OfferPageProps) {
  const { t } = visit;
  const document = term(offer, 'LegalTerm')?.Documents[0] as { Type: string; Url?: string } | undefined;
  const period = term(offer, 'NetPaymentTerm')?.PaymentDuePeriod as string | undefined;
  return (
    <section class="card" aria-labelledby="legal">
      <h2 id="legal">{t.legal}</h2>
      <p>{document?.Url ? <a href={document.Url}>{t.customEula}</a> : t.standardEula}</p>
      {period ? <p>{t.netPayment(period.replace(/\D/g, ''))}</p> : null}
      {term(offer, 'RenewalTerm') ? (
        <label class="check">
          <input type="checkbox" name="autoRenew" value="yes" /> {t.autoRenew}
        </label>
      ) : null}
    </section>
  );
}

/** The offer with its choices, and the Subscribe button. */
export function OfferPage(props: OfferPageProps) {
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
      <form method="post" action="/marketplace/private-offer">
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

export const isAccepted = ({ market, account }: Visit, offer: Offer) =>
  account !== undefined && agreementOfOffer(market, offer.id, account) !== undefined;
