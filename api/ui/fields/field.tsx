import type { ComponentChildren, JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { Checked } from './checked.ts';

/** Messages at the fields of a form, by the field's name. */
export type FieldErrors = Record<string, string>;

/** The element id of a field; error summaries link to it. */
export const fieldId = (name: string) => `field-${name.replace(/[^A-Za-z0-9]+/g, '-')}`;

export interface FrameProps {
  messages: Messages;
  name: string;
  label: string;
  hint?: ComponentChildren;
  error?: string;
  optional?: boolean;
  /** Keeps the label for screen readers only, where a column heading already shows it. */
  hideLabel?: boolean;
}

/** What an input must carry so that hint and error are read out with it. The error may come while typing. */
export function useDescribedBy({ name, hint, error }: Pick<FrameProps, 'name' | 'hint' | 'error'>) {
  const id = fieldId(name);
  const mayBeWrong = useContext(Checked) || Boolean(error);
  const parts = [...(hint ? [`${id}-hint`] : []), ...(mayBeWrong ? [`${id}-error`] : [])];
  return {
    id,
    name,
    'aria-describedby': parts.join(' ') || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
}

/** Label, hint and error around one input. */
export function FieldFrame(props: FrameProps & { children: ComponentChildren }) {
  const { messages, name, label, hint, error, optional, hideLabel, children } = props;
  const id = fieldId(name);
  return (
    <div class={error ? 'field field--wrong' : 'field'}>
      <label class={hideLabel ? 'visually-hidden' : 'field__label'} for={id}>
        {label}
        {optional && <span class="field__optional"> {messages.ui.optional}</span>}
      </label>
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError messages={messages} name={name} error={error} />
      {children}
    </div>
  );
}

/** In a form that is checked it is always there to be filled, hidden while there is nothing to say. */
export function FieldError({ messages, name, error }: Pick<FrameProps, 'messages' | 'name' | 'error'>) {
  if (!useContext(Checked) && !error) return null;
  return (
    <p class="field__error" id={`${fieldId(name)}-error`} hidden={!error}>
      {error && (
        <>
          <span class="visually-hidden">{messages.ui.error} </span>
          {error}
        </>
      )}
    </p>
  );
}

export interface FieldProps extends FrameProps {
  value?: string;
  type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local' | 'url' | 'search' | 'tel' | 'month';
  /** HTML autofill name, for example `email` or `new-password`. */
  autocomplete?: string;
  inputmode?: 'decimal' | 'numeric' | 'email' | 'url';
  required?: boolean;
  width?: 'short' | 'medium' | 'full';
  /** More than one: a text area. */
  lines?: number;
  maxLength?: number;
  /** Suggestions: the id of a datalist. */
  list?: string;
}

/** A text input or text area. */
export function Field(props: FieldProps) {
  const { value, type = 'text', lines = 1, width = 'full', autocomplete, inputmode, list, required } = props;
  const shared = { ...useDescribedBy(props), class: `input input--${width}`, required, autocomplete };
  const { maxLength } = props;
  // preact ties each input type to its own attributes; here the caller chooses the type.
  const own = { type, value, inputmode, list } as Pick<JSX.IntrinsicElements['input'], 'value'>;
  return (
    <FieldFrame {...props}>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} value={value} maxLength={maxLength} />
      ) : (
        <input {...shared} {...own} maxLength={maxLength} />
      )}
    </FieldFrame>
  );
}
