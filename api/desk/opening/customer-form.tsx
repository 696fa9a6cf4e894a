import { Button } from '../../ui/fields/button.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { Field } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TimeZoneField } from '../../ui/fields/time-zone-field.tsx';
import { wholeList } from '../../ui/fields/zones-query.ts';
import { languageOptions, ownerOptions } from '../options.ts';
import { type OpeningView, openingUrl, openingUrlOf } from './view.ts';

type Part = 'company' | 'name' | 'email' | 'language' | 'timeZone' | 'organization' | 'owner';

const part = ({ context: { messages }, values, errors }: OpeningView, name: Part) => ({
  messages,
  name,
  label: messages.opening[name],
  value: values[name] ?? '',
  error: errors[name],
});

/** Who the customer is, and who looks after him. */
export function CustomerForm({ view }: { view: OpeningView }) {
  const { context, agreementId, values, colleagues, from } = view;
  const { messages } = context;
  const { opening } = messages;
  return (
    <section class="card card--roomy card--form" aria-labelledby="customer">
      <h2 id="customer">{opening.customer}</h2>
      {from && (
        <p class="quiet">
          {from.kind === 'arrival' ? opening.prefilled.arrival : opening.prefilled[from.kind](from.company)}
        </p>
      )}
      <Form action={openingUrl} keys={context.keys}>
        <input type="hidden" name="agreement" value={agreementId} />
        <Contact view={view} />
        <Field {...part(view, 'organization')} hint={opening.organizationHint} autocomplete="off" optional />
        <SelectField
          {...part(view, 'owner')}
          options={ownerOptions(colleagues)}
          value={ownerOf(view)}
          width="medium"
        />
        <ChoiceField
          messages={messages}
          name="remind"
          label={opening.mails}
          multiple
          choices={[{ value: 'yes', label: opening.remind, hint: opening.remindHint }]}
          values={values.remind ? ['yes'] : []}
        />
        <Button>{opening.submit}</Button>
      </Form>
    </section>
  );
}

/** Whoever looked after the customer before and still works here, else the reader. */
const ownerOf = ({ values, colleagues, context }: OpeningView) =>
  colleagues.some(({ email }) => email === values.owner) ? values.owner : context.staff.email;

function Contact({ view }: { view: OpeningView }) {
  const { context, agreementId, allZones } = view;
  return (
    <>
      <Field {...part(view, 'company')} autocomplete="off" required />
      <div class="grid-2">
        <Field {...part(view, 'name')} autocomplete="off" required />
        <Field {...part(view, 'email')} type="email" autocomplete="off" required />
        <SelectField {...part(view, 'language')} options={languageOptions(context.messages)} />
        <TimeZoneField
          {...part(view, 'timeZone')}
          own={context.staff.timeZone}
          allAt={`${openingUrlOf(agreementId)}&${wholeList.replace(/^\?/, '')}`}
          whole={allZones}
        />
      </div>
    </>
  );
}
