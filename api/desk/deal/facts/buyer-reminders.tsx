import type { Person } from '../../../../deal/people.ts';
import { wantsNone } from '../../../../deal/reminders/readers.ts';
import { Badge } from '../../../ui/badge.tsx';
import { buyersOf, buyerText } from '../people-of.ts';
import { allowedSteps } from '../steps/allowed-steps.ts';
import { StepForm } from '../steps/step-form.tsx';
import type { DealView } from '../view.ts';

/** Who of the buyer's side is reminded and who has stopped it; open when somebody has. */
export function BuyerReminders({ view }: { view: DealView }) {
  const { context, deal } = view;
  const { buyers } = context.messages.reminders;
  const people = buyersOf(deal);
  const stopped = people.filter(({ email }) => wantsNone(deal, email)).length;
  if (deal.closed) return null;
  return (
    <details class="disclosure disclosure--row" data-fold="buyer-reminders" open={stopped > 0}>
      <summary>
        {buyers.title}
        {stopped > 0 && <Badge tone="warning">{buyers.stopped(stopped)}</Badge>}
      </summary>
      <ul class="rows">
        {people.map((person, index) => (
          <BuyerRow key={person.email} view={view} person={person} which={String(index)} />
        ))}
      </ul>
    </details>
  );
}

function BuyerRow({ view, person, which }: { view: DealView; person: Person; which: string }) {
  const { context, deal } = view;
  const { buyers } = context.messages.reminders;
  const off = wantsNone(deal, person.email);
  const type = off ? 'resumeReminders' : 'stopReminders';
  const id = `reminded-${which}`;
  return (
    <li class="rows__item">
      <div id={id}>
        <div>{buyerText(person, deal, context.messages)}</div>
        <div class="quiet small">{off ? buyers.off : buyers.on}</div>
      </div>
      {allowedSteps(deal, context.staff).includes(type) && (
        <StepForm
          view={view}
          type={type}
          which={which}
          fixed={{ email: person.email }}
          size="small"
          describedBy={id}
        />
      )}
    </li>
  );
}
