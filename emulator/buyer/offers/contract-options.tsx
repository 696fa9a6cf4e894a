import { type RateCard, rateCardOf, termOf } from '../../offers/terms.ts';
import { offerPath } from '../show.tsx';
import { formatDuration, formatMoney } from '../visit.ts';
import { dimensionOf, type OfferView } from './offer-view.ts';

const MOST_UNITS = 10;

/** Each duration has its own prices: choosing another one shows the offer anew. */
function DurationChoice({ visit, offer, shown }: OfferView & { shown: string }) {
  const cards = (termOf(offer, 'ConfigurableUpfrontPricingTerm')?.RateCards ?? []) as RateCard[];
  const links = cards.map(({ Selector: { Value: value } }) => (
    <a href={`${offerPath(offer)}&duration=${value}`} aria-current={value === shown ? 'true' : undefined}>
      {formatDuration(visit, value)}
    </a>
  ));
  return (
    <p class="choices">
      <span>{visit.t.contractDuration}</span> {links.length > 1 ? links : formatDuration(visit, shown)}
      <input type="hidden" name="duration" value={shown} />
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
}: OfferView & { rate: { DimensionKey: string; Price: string } }) {
  const { t } = visit;
  const dimension = dimensionOf(product, rate.DimensionKey);
  const name = dimension?.name ?? rate.DimensionKey;
  const currency = termOf(offer, 'ConfigurableUpfrontPricingTerm')?.CurrencyCode;
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

/** The options of a configurable contract, each with its number of units. */
export function ContractOptions(props: OfferView) {
  const { visit, offer, duration } = props;
  const card = rateCardOf(offer, duration) ?? rateCardOf(offer);
  if (!card) return null;
  const { t } = visit;
  return (
    <section class="card" aria-labelledby="options">
      <h2 id="options">{t.contractOptions}</h2>
      <p>{t.unitsHint}</p>
      <DurationChoice {...props} shown={card.Selector.Value} />
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
