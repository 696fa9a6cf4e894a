import { formatDay, formatZone } from '../../../../shared/i18n/format.ts';
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

/** Who works here and is there; nobody makes himself the stand-in of another. */
const standInsFor = ({ context: { staff, now }, person, people }: AwayView) =>
  people.filter(
    each =>
      each.active &&
      each.email !== person.email &&
      !isAway(each, now) &&
      (each.email !== staff.email || person.email === staff.email),
  );

/** Somebody says that he, or another, is away, and who does his part meanwhile. */
export function AwayCard({ view }: { view: AwayView }) {
  const { context, person, action, values = {}, errors = {} } = view;
  const { messages, keys } = context;
  const { away: words } = messages.desk.settings;
  const present = awayText(person, view);
  const isOwn = person.email === context.staff.email;
  return (
    <section class="card card--roomy card--form stack" id="away">
      <h2>{words.title}</h2>
      <p class="quiet">{isOwn ? words.ownLead : words.lead}</p>
      {present && <p>{present}</p>}
      <Form action={action} keys={keys} name="away">
        <Field
          messages={messages}
          name="awayUntil"
          type="date"
          label={words.lastDay}
          hint={formatZone(person.timeZone)}
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
            ...standInsFor(view).map(({ email, name }) => ({ value: email, label: `${name} (${email})` })),
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
