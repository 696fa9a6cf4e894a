import type { ComponentChildren } from 'preact';
import { Field, type FieldProps, fieldId } from '../../ui/fields/field.tsx';
import type { TermsView } from './view.ts';

export type Part = { view: TermsView };
type TermsField = Omit<FieldProps, 'messages'>;

/** A field with what was typed and what is wrong with it. */
export function Input({ view, ...props }: Part & TermsField) {
  const { name } = props;
  return (
    <Field {...props} messages={view.context.messages} value={view.values[name]} error={view.errors[name]} />
  );
}

/** A card of fields that belong together. */
export function Group({
  id,
  title,
  hint,
  children,
}: {
  id: string;
  title: string;
  hint?: string;
  children: ComponentChildren;
}) {
  return (
    <div class="card">
      <fieldset
        class="group"
        id={fieldId(id)}
        tabIndex={-1}
        aria-describedby={hint && `${fieldId(id)}-about`}
      >
        <legend>
          <h2>{title}</h2>
        </legend>
        {hint && (
          <p class="quiet small" id={`${fieldId(id)}-about`}>
            {hint}
          </p>
        )}
        {children}
      </fieldset>
    </div>
  );
}
