import type { Deal } from '../../../../deal/deal.ts';
import { keysOf } from '../../../../deal/keys-of.ts';
import { isList, numbersText, type ReminderKey, reminderGroups } from '../../reminders/plan-fields.ts';
import type { DealView } from '../view.ts';
import { StepField, StepForm } from './step-form.tsx';

/** What a deal has behind it reminds nobody any more. */
function isAhead(group: keyof typeof reminderGroups, { agreement, stage }: Deal): boolean {
  if (group === 'offer') return !agreement;
  return group !== 'setUp' || stage !== 'active';
}

/** When this deal reminds whom from now on, filled in with how it does now. */
export function ChangeReminders({ view }: { view: DealView }) {
  const { policy } = view.context.messages.reminders;
  const ahead = keysOf(reminderGroups).filter(group => isAhead(group, view.deal));
  return (
    <StepForm view={view} type="changeReminders">
      <p>{policy.text}</p>
      {ahead.map(group => (
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
