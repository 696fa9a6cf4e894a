import type { ComponentChildren } from 'preact';
import { keysOf } from '../../../../deal/keys-of.ts';
import { currencies } from '../../../../deal/terms/money.ts';
import type { DeskChange } from '../../../../shared/models/desk/desk-change.ts';
import { deskRoles } from '../../../../shared/models/staff.ts';
import type { FormValues } from '../../../forms/fields.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/fields/button.tsx';
import { Field, type FieldErrors, type FieldProps } from '../../../ui/fields/field.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import type { DeskContext } from '../../desk-context.ts';
import { isList, reminderGroups } from '../../reminders/plan-fields.ts';
import { Meanwhile } from '../changes/meanwhile.tsx';
import { RoleChoices } from '../role-choices.tsx';
import { placePath, SettingsFrame, settingsUrl } from '../settings-frame.tsx';
import { TopicChoices } from '../topics/topic-choices.tsx';
import type { ValueName } from './change-value.ts';

export const valueUrl = (name: ValueName) => `${settingsUrl}/${placePath(name)}`;

export interface ValueView {
  context: DeskContext;
  name: ValueName;
  values: FormValues;
  /** The newest change when this was read. */
  seen: number;
  meanwhile?: DeskChange[];
  isSaved?: boolean;
  /** There is a chat to post to. */
  hasChat?: boolean;
  errors?: FieldErrors;
  problem?: string;
}

type Part = { view: ValueView };

const fields: Record<ValueName, (part: Part) => ComponentChildren> = {
  limits: Limits,
  reminders: Plan,
  vendor: Look,
  secondFactor: Factor,
  chat: Chat,
};

/** One of the values that admins set for all of the desk. */
export function ValuePage({ view }: Part) {
  const { context, name, seen, meanwhile = [], isSaved, errors, problem } = view;
  const { values: words } = context.messages.desk.settings;
  const Fields = fields[name];
  return (
    <SettingsFrame
      context={context}
      current={name}
      title={words[name].title}
      lead={words[name].lead}
      done={isSaved ? words[name].saved : undefined}
      {...{ errors, problem }}
    >
      {meanwhile.length > 0 && (
        <Meanwhile context={context} changes={meanwhile} title={words.meanwhile} text={words.meanwhileText} />
      )}
      <section class="card card--roomy card--form">
        <Form action={valueUrl(name)} keys={context.keys} here>
          <input type="hidden" name="seen" value={seen} />
          <Fields view={view} />
          <Button>{words.save}</Button>
        </Form>
      </section>
    </SettingsFrame>
  );
}

function Input({ view, ...props }: Part & Omit<FieldProps, 'messages'>) {
  const { context, values, errors = {} } = view;
  const { name } = props;
  return (
    <Field
      {...props}
      messages={context.messages}
      autocomplete="off"
      value={values[name]}
      error={errors[name]}
    />
  );
}

function Limits({ view }: Part) {
  const { limits: words } = view.context.messages.desk.settings.values;
  return (
    <>
      <div class="grid-2">
        <Input view={view} name="discountPercent" label={words.discount} inputmode="decimal" />
        <Input view={view} name="durationMonths" label={words.months} inputmode="numeric" />
      </div>
      <fieldset class="group stack">
        <legend class="field__label">{words.amount}</legend>
        <p class="field__hint">{words.amountHint}</p>
        <div class="prices">
          {currencies.map(currency => (
            <Input
              key={currency}
              view={view}
              name={`amount.${currency}`}
              label={currency}
              inputmode="decimal"
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** When deals remind whom, as the form of one deal has it. */
function Plan({ view }: Part) {
  const { policy } = view.context.messages.reminders;
  return (
    <>
      {keysOf(reminderGroups).map(group => (
        <fieldset key={group} class="group">
          <legend>
            <h2>{policy.groups[group]}</h2>
          </legend>
          <div class="grid-2">
            {reminderGroups[group].map(key => (
              <Input
                key={key}
                view={view}
                name={key}
                label={policy.fields[key]}
                hint={isList(key) ? policy.listHint : undefined}
                inputmode={isList(key) ? undefined : 'decimal'}
                width={isList(key) ? 'medium' : 'short'}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

/** Whose people need a second factor. */
function Factor({ view: { context, values } }: Part) {
  const { messages } = context;
  const { secondFactor: words } = messages.desk.settings.values;
  return (
    <fieldset class="field">
      <legend class="field__label">{words.roles}</legend>
      <p class="field__hint">{words.rolesHint}</p>
      <RoleChoices {...{ messages, values }} id="roles" roles={deskRoles} />
    </fieldset>
  );
}

/** What is posted to the chat of the team. */
function Chat({ view: { context, values, hasChat } }: Part) {
  const { messages } = context;
  return (
    <>
      {!hasChat && <Alert tone="info" title={messages.desk.settings.values.chat.none} />}
      <TopicChoices messages={messages} values={values} />
    </>
  );
}

function Look({ view }: Part) {
  const { vendor: words } = view.context.messages.desk.settings.values;
  return (
    <>
      <Input view={view} name="name" label={words.name} hint={words.nameHint} maxLength={100} required />
      <Input view={view} name="colour" label={words.colour} hint={words.colourHint} width="medium" required />
      <Input view={view} name="logoUrl" label={words.logo} hint={words.logoHint} inputmode="url" optional />
      <p class="quiet">
        <a href="/desk/mails/templates/offer">{words.preview}</a>
      </p>
    </>
  );
}
