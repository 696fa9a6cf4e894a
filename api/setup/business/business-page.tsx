import { teamSizes } from '../../../shared/accounts/accounts.ts';
import { countriesIn } from '../../../shared/accounts/countries.ts';
import { Button } from '../../ui/fields/button.tsx';
import { ErrorSummary } from '../../ui/fields/error-summary.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { setupPath } from '../next-page.ts';
import { SetupPage, type SetupPlace } from '../setup-page.tsx';
import { type BusinessField, type BusinessForm, longestOf } from './parse-business.ts';

export interface BusinessPageProps extends SetupPlace {
  form: BusinessForm;
  fields: Partial<Record<BusinessField, string>>;
  errors?: FieldErrors;
}

/** The two short forms of business information. */
export function BusinessPage(props: BusinessPageProps) {
  const { context, keys, sessionId, form, errors = {} } = props;
  const { messages } = context;
  const { business } = messages.setup;
  const title = form === 1 ? business.title1 : business.title2;
  return (
    <SetupPage {...props} title={title} current="business">
      <div class="stack">
        <h1>
          {title} <span class="quiet small">{`${form}/2`}</span>
        </h1>
        {form === 1 && <p class="lead">{business.lead}</p>}
      </div>
      <div class="card card--roomy">
        <ErrorSummary messages={messages} errors={errors} />
        <Form action={setupPath(sessionId, `business/${form}`)} keys={keys} here>
          {form === 1 ? <CompanyFields {...props} /> : <PersonFields {...props} />}
          <div class="actions">
            <Button>{business.continue}</Button>
            {form === 2 && <a href={setupPath(sessionId, 'business/1')}>{business.back}</a>}
          </div>
        </Form>
      </div>
    </SetupPage>
  );
}

const part =
  ({ context, fields, errors = {} }: BusinessPageProps) =>
  (name: BusinessField) => ({
    messages: context.messages,
    name,
    label: context.messages.setup.business[name],
    value: fields[name],
    error: errors[name],
    maxLength: longestOf(name),
  });

function CompanyFields(props: BusinessPageProps) {
  const { context } = props;
  const { chooseCountry } = context.messages.setup.business;
  const of = part(props);
  const countries = countriesIn(context.lang).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <Field {...of('companyName')} required autocomplete="organization" />
      <SelectField {...of('country')} options={[{ value: '', label: chooseCountry }, ...countries]} />
      <Field {...of('phone')} optional type="tel" autocomplete="tel" width="medium" />
    </>
  );
}

function PersonFields(props: BusinessPageProps) {
  const { chooseTeamSize, teamSizes: labels } = props.context.messages.setup.business;
  const of = part(props);
  const sizes = teamSizes.map(value => ({ value, label: labels[value] }));
  return (
    <>
      <Field {...of('jobTitle')} required autocomplete="organization-title" />
      <SelectField
        {...of('teamSize')}
        width="medium"
        options={[{ value: '', label: chooseTeamSize }, ...sizes]}
      />
      <Field {...of('purpose')} optional lines={4} />
    </>
  );
}
