import { formatDay } from '../../../../shared/i18n/format.ts';
import { isAway } from '../../../../shared/stand-ins.ts';
import type { FormValues } from '../../../forms/fields.ts';
import { Button } from '../../../ui/fields/button.tsx';
import { Field, type FieldErrors } from '../../../ui/fields/field.tsx';
import { Form } from '../../../ui/fields/form.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import type { DeskContext } from '../../desk-context.ts';
import { nameOf } from '../../staff.ts';
import type { Person } from '../people/people.ts';
import { dayOf } from './parse-away.ts';

export interface AwayView {
  context: DeskContext;
  person: Person;
  people: Person[];
  /** Where the form posts to. */
  action: string;
  /** As it was typed, when it comes back. */
  values?: FormValues;
  errors?: FieldErrors;
}

/** Until when somebody is away, in words; nothing for somebody who is there. */
export function awayText(
  { away, ...person }: Person,
  { context, people }: Pick<AwayView, 'context' | 'people'>,
) {
  if (!away || !isAway({ away }, context.now)) return undefined;
  const day = formatDay(dayOf(away, person.timeZone), context.lang);
  return context.messages.desk.settings.away.until(day, nameOf(away.standIn, people));
}

/** Somebody says that he, or another, is away, and who does his part meanwhile. */
export function AwayCard({ view }: { view: AwayView }) {
  const { context, person, people, action, values = {}, errors = {} } = view;
  const { messages, keys, staff } = context;
  const { away: words } = messages.desk.settings;
  const present = awayText(person, view);
  const may = people.filter(
    each =>
      each.active &&
      each.email !== person.email &&
      !isAway(each, context.now) &&
      // Nobody makes himself the stand-in of another.
      (each.email !== staff.email || person.email === staff.email),
  );
  return (
    <section class="card card--roomy card--form stack" id="away">
      <h2>{words.title}</h2>
      <p class="quiet">{words.lead}</p>
      {present && <p>{present}</p>}
      <Form action={action} keys={keys} name="away">
        <Field
          messages={messages}
          name="awayUntil"
          type="date"
          label={words.lastDay}
          hint={person.timeZone.replaceAll('_', ' ')}
          width="medium"
          value={values.awayUntil ?? (present && person.away ? dayOf(person.away, person.timeZone) : '')}
          error={errors.awayUntil}
        />
        <SelectField
          messages={messages}
          name="standIn"
          label={words.standIn}
          hint={words.standInHint}
          value={values.standIn ?? person.away?.standIn ?? ''}
          error={errors.standIn}
          options={[
            { value: '', label: words.choose },
            ...may.map(({ email, name }) => ({ value: email, label: `${name} (${email})` })),
          ]}
        />
        <div class="actions">
          <Button kind="secondary">{words.save}</Button>
          {present && (
            <Button kind="quiet" name="back" value="yes">
              {words.back}
            </Button>
          )}
        </div>
      </Form>
    </section>
  );
}
