import { unmatchedUrl } from '../events/view.ts';
import type { StuckView } from './view.ts';

/** What waits for a person and belongs to no deal yet. */
export function BesideDeals({ view: { context, beside } }: { view: StuckView }) {
  const { board } = context.messages.desk;
  if (!beside) return null;
  return (
    <section class="card stack stack--tight" aria-labelledby="beside">
      <h2 id="beside">{board.beside}</h2>
      {beside.unmatched + beside.held === 0 ? (
        <p class="quiet">{board.besideNothing}</p>
      ) : (
        <ul class="list">
          {beside.unmatched > 0 && (
            <li>
              <a href={unmatchedUrl}>{board.unmatched(beside.unmatched)}</a>
            </li>
          )}
          {beside.held > 0 && (
            <li>
              <a href={`${unmatchedUrl}/mails`}>{board.held(beside.held)}</a>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
