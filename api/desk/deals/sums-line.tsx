import { formatMoney } from '../../../shared/i18n/format.ts';
import type { ListView } from './view.ts';

/** How many deals the list has and what they amount to, by currency. */
export function SumsLine({ view: { context, sums } }: { view: ListView }) {
  const { messages, lang } = context;
  const { list } = messages.desk;
  if (!sums.isWhole) return <p class="quiet small">{list.moreThan(sums.count)}</p>;
  return (
    <p class="sums small">
      <span>{list.count(sums.count)}</span>
      {sums.totals.map(({ currency, amount }) => (
        <span key={currency} class="number">
          {formatMoney(amount, { currency, language: lang })}
        </span>
      ))}
    </p>
  );
}
