import { checks } from '../../../../deal/offer/checks.ts';
import { tickedIn } from '../../../../deal/offer/ticks.ts';
import { momentText } from '../../desk-context.ts';
import type { DealView } from '../view.ts';

/** What the buyer's side has ticked of the list before the offer: how far they are, and who has seen to what. */
export function BuyerChecks({ view: { context, deal } }: { view: DealView }) {
  const { ticks } = context.messages.pageLinks;
  if (deal.stage !== 'offered') return null;
  const ticked = tickedIn(deal);
  return (
    <details class="disclosure disclosure--row" data-fold="buyer-checks">
      <summary>
        {ticks.title}
        <span class="quiet small">{ticks.count(ticked.length, checks.length)}</span>
      </summary>
      <ul class="rows">
        {checks.map(check => {
          const tick = ticked.find(each => each.check === check);
          return (
            <li key={check} class="rows__item">
              <div>
                <div>{ticks.names[check]}</div>
                <div class="quiet small">
                  {tick ? ticks.by(tick.by, momentText(context, tick.at)) : ticks.open}
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
