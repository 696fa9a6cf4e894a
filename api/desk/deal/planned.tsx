import type { Deadline } from '../../../shared/deal/deadlines/deadline.ts';
import { deadlines, isReminder } from '../../../shared/deal/deadlines.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { momentText } from '../desk-context.ts';
import { allowedSteps } from './allowed-steps.ts';
import { StepForm } from './step-form.tsx';
import type { DealView } from './view.ts';

/** What will happen by itself and when; mails can be sent now or left out. */
export function Planned({ view }: { view: DealView }) {
  const { desk } = view.context.messages;
  const planned = deadlines(view.deal);
  return (
    <section class="card" aria-labelledby="planned">
      <h2 id="planned">{desk.deal.reminders}</h2>
      {planned.length === 0 && <p class="quiet">{desk.deal.noReminders}</p>}
      {planned.length > 0 && (
        <ul class="rows">
          {planned.map((deadline, index) => (
            <PlannedRow key={deadline.key} view={view} deadline={deadline} which={String(index)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PlannedRow({ view, deadline, which }: { view: DealView; deadline: Deadline; which: string }) {
  const { context, deal } = view;
  const { messages, now, lang } = context;
  const allowed = isReminder(deadline) ? allowedSteps(deal, context.staff) : [];
  const form = {
    view,
    which,
    fixed: { key: deadline.key },
    size: 'small' as const,
    describedBy: `planned-${which}`,
  };
  return (
    <li class="rows__item">
      <div id={`planned-${which}`}>
        <div>{messages.desk.deadlines[deadline.kind]}</div>
        <div class="quiet small">
          {momentText(context, deadline.at)} · <Countdown until={deadline.at} now={now} lang={lang} />
        </div>
      </div>
      {allowed.includes('sendReminderNow') && (
        <div class="actions actions--tight">
          <StepForm {...form} type="sendReminderNow" />
          <StepForm {...form} type="skipReminder" />
        </div>
      )}
    </li>
  );
}
