import { keysOf } from '../../../../deal/keys-of.ts';
import { defaultReminders, type ReminderPolicy } from '../../../../deal/policy.ts';
import type { DealView } from '../view.ts';
import { StepField, StepForm } from './step-form.tsx';

type Key = keyof ReminderPolicy;

/** The numbers by what they are about, in the order of a deal's life. */
const groups = {
  staff: ['answerWithinHours', 'approveWithinHours', 'escalateAfterHours', 'remindIdleEveryDays'],
  offer: ['remindDaysBefore', 'remindHoursBefore', 'unreadAfterHours'],
  setUp: ['chaseAfterHours', 'callAfterHours', 'agreementWithinHours', 'activateWithinHours'],
  term: ['remindTermDaysBefore', 'remindStuckEveryHours', 'quietHours'],
} as const satisfies Record<string, readonly Key[]>;

export const isList = (key: Key) => Array.isArray(defaultReminders[key]);

/** Several numbers as staff write them; nothing for what a deal of an older plan does not know. */
export function numbersText(value: number | number[] | undefined): string {
  return [value ?? []].flat().join(', ');
}

/** When this deal reminds whom, filled in with how it does now. */
export function ChangeReminders({ view }: { view: DealView }) {
  const { policy } = view.context.messages.reminders;
  return (
    <StepForm view={view} type="changeReminders">
      <p>{policy.text}</p>
      {keysOf(groups).map(group => (
        <fieldset key={group} class="group">
          <legend>
            <h3>{policy.groups[group]}</h3>
          </legend>
          <div class="grid-2">
            {groups[group].map(key => (
              <NumberField key={key} view={view} name={key} />
            ))}
          </div>
        </fieldset>
      ))}
    </StepForm>
  );
}

function NumberField({ view, name }: { view: DealView; name: Key }) {
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
