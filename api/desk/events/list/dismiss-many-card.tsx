import { Button } from '../../../ui/fields/button.tsx';
import { ReasonField } from '../reason-field.tsx';
import type { UnmatchedListView } from './view.ts';

/** One reason for all that is ticked above. */
export function DismissManyCard({ view }: { view: UnmatchedListView }) {
  const { context, ticked, reason, errors } = view;
  const { events } = context.messages;
  return (
    <section class="card stack" aria-labelledby="dismiss-many">
      <h2 id="dismiss-many">{events.many.title}</h2>
      <p class="quiet">{events.many.text}</p>
      <div class="choice">
        <input
          class="choice__input"
          type="checkbox"
          id="all"
          name="all"
          value="yes"
          checked={ticked.includes('all')}
        />
        <div class="choice__text">
          <label class="choice__label" for="all">
            {events.many.all}
          </label>
        </div>
      </div>
      <ReasonField context={context} reason={reason} error={errors.reason} />
      <div>
        <Button kind="danger">{events.dismissSubmit}</Button>
      </div>
    </section>
  );
}
