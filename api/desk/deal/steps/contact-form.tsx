import type { ContactRole } from '../../../../deal/commands.ts';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { languageOptions } from '../../options.ts';
import { contactAs, contactRoles, isSharedAddress } from '../people-of.ts';
import { type DealView, fieldName, formUrl } from '../view.ts';
import { opened, StepDisclosure, StepField, StepForm, StepSelect, StepTimeZone } from './step-form.tsx';

/** A form for each role. */
export function ChangeContacts({ view }: { view: DealView }) {
  const { contact } = view.context.messages.reminders;
  return (
    <>
      {contactRoles(view.deal).map(role => (
        <StepDisclosure key={role} view={view} form={`changeContact${role}`} title={contact[role]}>
          <ChangeContact view={view} role={role} />
        </StepDisclosure>
      ))}
    </>
  );
}

/** Whom the deal writes to in a role, filled in with whoever it is now. */
function ChangeContact({ view, role }: { view: DealView; role: ContactRole }) {
  const { messages, staff } = view.context;
  const { contact } = messages.reminders;
  const form = `changeContact${role}`;
  const person = contactAs(role, view.deal);
  const part = { view, type: 'changeContact' as const, which: role };
  return (
    <StepForm view={view} type="changeContact" which={role} fixed={{ role }} label={contact[role]}>
      <p>{role === 'signer' ? contact.signerText : contact.contactText}</p>
      <div class="grid-2">
        <StepField
          {...part}
          field="name"
          label={contact.name}
          value={person.name}
          autocomplete="off"
          required
        />
        <StepField
          {...part}
          field="email"
          label={contact.email}
          value={person.email}
          input="email"
          autocomplete="off"
          required
        />
        <StepSelect
          {...part}
          field="language"
          label={contact.language}
          value={person.language}
          options={languageOptions(messages)}
        />
        <StepTimeZone
          {...part}
          field="timeZone"
          label={contact.timeZone}
          value={person.timeZone}
          own={staff.timeZone}
          allAt={formUrl(view.deal.dealId, { form, field: fieldName('changeContact', 'timeZone', role) })}
          whole={opened(view, form)}
        />
      </div>
      <AlsoOther view={view} role={role} />
    </StepForm>
  );
}

/** An address that does not work does not work in either role. */
function AlsoOther({ view, role }: { view: DealView; role: ContactRole }) {
  const { context, deal, attempt } = view;
  const { contact } = context.messages.reminders;
  if (!isSharedAddress(deal)) return null;
  const name = fieldName('changeContact', 'also', role);
  const ticked = attempt?.form === `changeContact${role}` ? attempt.values[name] : 'yes';
  return (
    <ChoiceField
      messages={context.messages}
      name={name}
      label={contact.sameAddress}
      hideLabel
      multiple
      choices={[{ value: 'yes', label: role === 'signer' ? contact.alsoContact : contact.alsoSigner }]}
      values={ticked ? [ticked] : []}
    />
  );
}
