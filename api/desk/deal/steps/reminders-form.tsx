import { keysOf } from '../../../../deal/keys-of.ts';
import { isList, numbersText, type ReminderKey, reminderGroups } from '../../reminders/plan-fields.ts';
import type { DealView } from '../view.ts';
import { StepField, StepForm } from './step-form.tsx';

/** When this deal reminds whom, filled in with how it does now. */
export function ChangeReminders({ view }: { view: DealView }) {
  const { policy } = view.context.messages.reminders;
  return (
    <StepForm view={view} type="changeReminders">
      <p>{policy.text}</p>
      {keysOf(reminderGroups).map(group => (
        <fieldset key={group} class="group">
          <legend>
            <h3>{policy.groups[group]}</h3>
          </legend>
          <div class="grid-2">
            {reminderGroups[group].map(key => (
              <NumberField key={key} view={view} name={key} />
            ))}
          </div>
        </fieldset>
      ))}
    </StepForm>
  );
}

function NumberField({ view, name }: { view: DealView; name: ReminderKey }) {
  const { policy } = view.context.messages.reminders;
  return (
    <StepField
      view={view}
      type="changeReminders"
      field={name}
      label={policy.fields[name]}
      hint={isList(name) ? policy.listHint : undefined}
      value={numbersText(view.deal.policy[name])}
      inputmode={isList(name) ? undefined : 'decimal'}
      width={isList(name) ? 'medium' : 'short'}
    />
  );
}
