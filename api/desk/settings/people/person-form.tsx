import { deskRoles } from '../../../../shared/models/staff.ts';
import { Field, FieldError, fieldId } from '../../../ui/fields/field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TimeZoneField } from '../../../ui/fields/time-zone-field.tsx';
import { wholeList } from '../../../ui/fields/zones-query.ts';
import { languageOptions } from '../../options.ts';
import { RoleChoices } from '../role-choices.tsx';
import type { FormView } from './view.ts';

/** Name, language and time zone, as everybody may say them of himself. */
export function AboutFields({ view }: { view: Omit<FormView, 'people'> }) {
  const { context, values, errors = {}, allZones } = view;
  const { messages } = context;
  const { people: words } = messages.desk.settings;
  const part = (name: 'name' | 'language' | 'timeZone') => ({
    messages,
    name,
    label: words[name],
    error: errors[name],
    value: values[name] ?? '',
  });
  return (
    <>
      <Field {...part('name')} autocomplete="off" required />
      <div class="grid-2">
        <SelectField {...part('language')} options={languageOptions(messages)} />
        <TimeZoneField
          {...part('timeZone')}
          own={context.staff.timeZone}
          allAt={wholeList}
          whole={allZones}
        />
      </div>
    </>
  );
}

/** Roles and lead, which an admin decides about. `isOwn`: the reader's own roles, which he leaves as they are. */
export function RoleFields({ view, email, isOwn }: { view: FormView; email?: string; isOwn: boolean }) {
  const { context, values, people, errors = {} } = view;
  const { messages } = context;
  const { people: words } = messages.desk.settings;
  const leads = people.filter(each => (each.active && each.email !== email) || each.email === values.lead);
  return (
    <>
      <Roles view={view} isOwn={isOwn} />
      <SelectField
        messages={messages}
        name="lead"
        label={words.ledBy}
        hint={words.leadHint}
        error={errors.lead}
        value={values.lead ?? ''}
        options={[
          { value: '', label: words.noLead },
          ...leads.map(each => ({ value: each.email, label: `${each.name} (${each.email})` })),
        ]}
      />
    </>
  );
}

function Roles({ view: { context, values, errors = {} }, isOwn }: { view: FormView; isOwn: boolean }) {
  const { messages } = context;
  const { people: words } = messages.desk.settings;
  const id = fieldId('roles');
  return (
    <fieldset
      class={errors.roles ? 'field field--wrong' : 'field'}
      aria-describedby={errors.roles ? `${id}-error` : undefined}
    >
      <legend class="field__label">{words.roles}</legend>
      {isOwn && <p class="field__hint">{words.ownRoles}</p>}
      <FieldError messages={messages} name="roles" error={errors.roles} />
      <RoleChoices {...{ messages, id, values }} roles={deskRoles} fixed={isOwn} />
    </fieldset>
  );
}
