import { FieldError, type FrameProps, useDescribedBy } from './field.tsx';

/** Asked once more before something binds or moves money: the press alone does nothing. */
export function ConfirmField({ messages, name, label, error }: Omit<FrameProps, 'hint' | 'optional'>) {
  const own = useDescribedBy({ name, error });
  return (
    <div>
      <FieldError messages={messages} name={name} error={error} />
      <div class="choice">
        <input class="choice__input" type="checkbox" value="yes" {...own} required />
        <label class="choice__label" for={own.id}>
          {label}
        </label>
      </div>
    </div>
  );
}
