import { formatDay } from '../../../shared/i18n/format.ts';
import { Button, LinkButton } from '../../ui/fields/button.tsx';
import { Field, type FieldErrors } from '../../ui/fields/field.tsx';
import { Form } from '../../ui/fields/form.tsx';
import type { DeskContext } from '../desk-context.ts';
import type { Person } from '../settings/people/people.ts';

export const secondFactorUrl = '/desk/profile/second-factor';

export interface FactorView {
  context: DeskContext;
  person: Person;
  /** His role needs a second factor. */
  needsFactor?: boolean;
  errors?: FieldErrors;
}

/** Whether somebody's password alone is enough, and how he changes that. */
export function SecondFactorCard({ view }: { view: FactorView }) {
  const { context, person } = view;
  const { messages, lang } = context;
  const words = messages.desk.secondFactor;
  const { secondFactor } = person;
  return (
    <section class="card card--roomy card--form stack">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {secondFactor ? (
        <>
          <p>
            {words.isOn(formatDay(secondFactor.since.toISOString().slice(0, 10), lang))}{' '}
            {words.recoveryLeft(secondFactor.recoveryLeft)}
          </p>
          <ByCode view={view} name="new-codes" label={words.newCodes} text={words.newCodesText} />
          {view.needsFactor ? (
            <p class="quiet">{words.required}</p>
          ) : (
            <ByCode view={view} name="off" label={words.off} text={words.offText} />
          )}
        </>
      ) : (
        <div>
          <LinkButton kind="secondary" href={secondFactorUrl}>
            {words.setUp}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

interface ByCodeProps {
  view: FactorView;
  /** The end of the form's address. */
  name: 'new-codes' | 'off';
  label: string;
  text: string;
}

/** What only who has the telephone may do: somebody at a desk that was left open does not. */
function ByCode({ view: { context, errors = {} }, name, label, text }: ByCodeProps) {
  const { messages, keys } = context;
  const words = messages.desk.secondFactor;
  const field = `${name}.code`;
  return (
    <details class="disclosure" open={errors[field] !== undefined}>
      <summary>{label}</summary>
      <Form action={`${secondFactorUrl}/${name}`} keys={keys} name={name}>
        <p class="quiet">{text}</p>
        <Field
          messages={messages}
          name={field}
          label={words.signInCode}
          autocomplete="one-time-code"
          width="medium"
          error={errors[field]}
          required
        />
        <Button kind={name === 'off' ? 'danger' : 'secondary'}>{label}</Button>
      </Form>
    </details>
  );
}
