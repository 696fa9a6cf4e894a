import type { ComponentChildren } from 'preact';
import { FieldError, type FrameProps, fieldId, useDescribedBy } from './field.tsx';

export interface Choice {
  value: string;
  label: string;
  hint?: ComponentChildren;
  /** Why this cannot be chosen, and who can cure it. Shown instead of leaving the choice out. */
  blocked?: ComponentChildren;
}

export interface ChoiceFieldProps extends FrameProps {
  choices: readonly Choice[];
  /** Several may be ticked. */
  multiple?: boolean;
  values?: readonly string[];
}

/** Radio buttons or tick boxes under one question, each a large target. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { messages, name, label, hint, error, choices } = props;
  const id = fieldId(name);
  return (
    <fieldset
      class={error ? 'field field--wrong' : 'field'}
      aria-describedby={useDescribedBy(props)['aria-describedby']}
    >
      <legend class={props.hideLabel ? 'visually-hidden' : 'field__label'}>{label}</legend>
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError messages={messages} name={name} error={error} />
      {choices.map((choice, index) => (
        <ChoiceRow
          key={choice.value}
          field={props}
          choice={choice}
          id={index === 0 ? id : `${id}-${index}`}
        />
      ))}
    </fieldset>
  );
}

function ChoiceRow({ field, choice, id }: { field: ChoiceFieldProps; choice: Choice; id: string }) {
  const { value, label, hint, blocked } = choice;
  const note = blocked ?? hint;
  return (
    <div class={blocked ? 'choice choice--blocked' : 'choice'}>
      <input
        class="choice__input"
        type={field.multiple ? 'checkbox' : 'radio'}
        id={id}
        name={field.name}
        value={value}
        checked={field.values?.includes(value) && !blocked}
        disabled={Boolean(blocked)}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      <div class="choice__text">
        <label class="choice__label" for={id}>
          {label}
        </label>
        {note && (
          <div class="choice__note" id={`${id}-note`}>
            {note}
          </div>
        )}
      </div>
    </div>
  );
}
